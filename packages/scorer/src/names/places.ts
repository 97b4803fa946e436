/**
 * Places and the words for what belongs to them, one place a line: the place, its other names, its demonyms.
 * Names of several words are written with underscores. Plurals are not listed. Set by us for English news: every
 * member and observer state of the United Nations, parts of the world, and a few places often named otherwise.
 */
const table = `
  Afghanistan Afghan
  Albania Albanian
  Algeria Algerian
  Andorra Andorran
  Angola Angolan
  Antigua_and_Barbuda Antigua Antiguan
  Argentina Argentine Argentinian Argentinean
  Armenia Armenian
  Australia Australian
  Austria Austrian
  Azerbaijan Azerbaijani Azeri
  Bahamas Bahamian
  Bahrain Bahraini
  Bangladesh Bangladeshi
  Barbados Barbadian
  Belarus Belarusian Belarussian
  Belgium Belgian
  Belize Belizean
  Benin Beninese
  Bhutan Bhutanese
  Bolivia Bolivian
  Bosnia_and_Herzegovina Bosnia Bosnian
  Botswana Botswanan
  Brazil Brazilian
  Brunei Bruneian
  Bulgaria Bulgarian
  Burkina_Faso Burkinabe
  Burundi Burundian
  Cambodia Cambodian
  Cameroon Cameroonian
  Canada Canadian
  Cape_Verde Cabo_Verde Cape_Verdean
  Central_African_Republic
  Chad Chadian
  Chile Chilean
  China Chinese
  Colombia Colombian
  Comoros Comorian
  Congo Congolese
  Costa_Rica Costa_Rican
  Croatia Croatian Croat
  Cuba Cuban
  Cyprus Cypriot
  Czech_Republic Czechia Czech
  Denmark Danish Dane
  Djibouti Djiboutian
  Dominica
  Dominican_Republic Dominican
  Ecuador Ecuadorian Ecuadorean
  Egypt Egyptian
  El_Salvador Salvadoran
  Equatorial_Guinea Equatorial_Guinean
  Eritrea Eritrean
  Estonia Estonian
  Eswatini Swaziland Swazi
  Ethiopia Ethiopian
  Fiji Fijian
  Finland Finnish Finn
  France French Frenchman Frenchwoman
  Gabon Gabonese
  Gambia Gambian
  Georgia Georgian
  Germany German
  Ghana Ghanaian
  Greece Greek
  Grenada Grenadian
  Guatemala Guatemalan
  Guinea Guinean
  Guinea-Bissau Bissau-Guinean
  Guyana Guyanese
  Haiti Haitian
  Holy_See Vatican
  Honduras Honduran
  Hungary Hungarian
  Iceland Icelandic Icelander
  India Indian
  Indonesia Indonesian
  Iran Iranian
  Iraq Iraqi
  Ireland Irish Irishman Irishwoman
  Israel Israeli
  Italy Italian
  Ivory_Coast Ivorian
  Jamaica Jamaican
  Japan Japanese
  Jordan Jordanian
  Kazakhstan Kazakh Kazakhstani
  Kenya Kenyan
  Kiribati
  Kosovo Kosovan Kosovar
  Kuwait Kuwaiti
  Kyrgyzstan Kyrgyz
  Laos Laotian Lao
  Latvia Latvian
  Lebanon Lebanese
  Lesotho Basotho
  Liberia Liberian
  Libya Libyan
  Liechtenstein
  Lithuania Lithuanian
  Luxembourg Luxembourger
  Madagascar Malagasy
  Malawi Malawian
  Malaysia Malaysian
  Maldives Maldivian
  Mali Malian
  Malta Maltese
  Marshall_Islands Marshallese
  Mauritania Mauritanian
  Mauritius Mauritian
  Mexico Mexican
  Micronesia Micronesian
  Moldova Moldovan
  Monaco Monegasque
  Mongolia Mongolian
  Montenegro Montenegrin
  Morocco Moroccan
  Mozambique Mozambican
  Myanmar Burma Burmese
  Namibia Namibian
  Nauru Nauruan
  Nepal Nepali Nepalese
  Netherlands Holland Dutch Dutchman Dutchwoman
  New_Zealand New_Zealander
  Nicaragua Nicaraguan
  Niger Nigerien
  Nigeria Nigerian
  North_Korea North_Korean
  North_Macedonia Macedonia Macedonian
  Norway Norwegian
  Oman Omani
  Pakistan Pakistani
  Palau Palauan
  Palestine Palestinian
  Panama Panamanian
  Papua_New_Guinea Papua_New_Guinean
  Paraguay Paraguayan
  Peru Peruvian
  Philippines Philippine Filipino Filipina
  Poland Polish Pole
  Portugal Portuguese
  Qatar Qatari
  Romania Romanian
  Russia Russian Russian_Federation
  Rwanda Rwandan
  Saint_Kitts_and_Nevis St_Kitts_and_Nevis
  Saint_Lucia St_Lucia St_Lucian
  Saint_Vincent St_Vincent
  Samoa Samoan
  San_Marino
  Sao_Tome_and_Principe
  Saudi_Arabia Saudi Saudi_Arabian
  Senegal Senegalese
  Serbia Serbian Serb
  Seychelles Seychellois
  Sierra_Leone Sierra_Leonean
  Singapore Singaporean
  Slovakia Slovak Slovakian
  Slovenia Slovenian Slovene
  Solomon_Islands Solomon_Islander
  Somalia Somali
  South_Africa South_African
  South_Korea South_Korean
  South_Sudan South_Sudanese
  Spain Spanish Spaniard
  Sri_Lanka Sri_Lankan
  Sudan Sudanese
  Suriname Surinamese
  Sweden Swedish Swede
  Switzerland Swiss
  Syria Syrian
  Taiwan Taiwanese
  Tajikistan Tajik
  Tanzania Tanzanian
  Thailand Thai
  East_Timor Timor-Leste Timorese
  Togo Togolese
  Tonga Tongan
  Trinidad_and_Tobago Trinidad Trinidadian
  Tunisia Tunisian
  Turkey Turkish Turk Turkiye Türkiye
  Turkmenistan Turkmen
  Tuvalu Tuvaluan
  Uganda Ugandan
  Ukraine Ukrainian
  United_Arab_Emirates UAE Emirati
  United_Kingdom UK Britain Great_Britain British Briton
  United_States United_States_of_America US USA America American
  Uruguay Uruguayan
  Uzbekistan Uzbek
  Vanuatu
  Venezuela Venezuelan
  Vietnam Vietnamese
  Yemen Yemeni
  Zambia Zambian
  Zimbabwe Zimbabwean
  Africa African
  Antarctica Antarctic
  Arctic
  Asia Asian
  Europe European
  Latin_America Latin_American
  North_America North_American
  South_America South_American
  Central_America Central_American
  Middle_East Middle_Eastern
  Scandinavia Scandinavian
  Balkans Balkan
  Caribbean
  England English Englishman Englishwoman
  Scotland Scottish Scot
  Wales Welsh Welshman Welshwoman
  Northern_Ireland Northern_Irish
  Greenland Greenlandic Greenlander
  Hong_Kong Hong_Konger
  Tibet Tibetan
  Catalonia Catalan
  Bavaria Bavarian
  Quebec Quebecer Quebecois
  California Californian
  Texas Texan
  Florida Floridian
  Hawaii Hawaiian
  Alaska Alaskan
  Puerto_Rico Puerto_Rican
  London Londoner
  Paris Parisian
  Berlin Berliner
  Rome Roman
  Vienna Viennese
  Moscow Muscovite
  New_York New_Yorker
  Kurdistan Kurdish Kurd
  Chechnya Chechen
  Crimea Crimean
  Flanders Flemish
  Sicily Sicilian
  Corsica Corsican
  Tasmania Tasmanian
  Soviet_Union Soviet
  Yugoslavia Yugoslav Yugoslavian
  Czechoslovakia Czechoslovak
`

/** Each line: names that mean one place or what belongs to it, the place first. */
export const places: readonly (readonly string[])[] = table
  .trim()
  .split('\n')
  .map((line) =>
    line
      .trim()
      .split(' ')
      .map((name) => name.replaceAll('_', ' ')),
  )
