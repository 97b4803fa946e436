// General knowledge: the names of states and of some much-named territories, with the words for their people.
// Nothing in this list is drawn from a dataset. A name stands before the colon, demonyms behind it.
const table = `
Afghanistan: Afghan, Afghans
Albania: Albanian, Albanians
Algeria: Algerian, Algerians
Andorra: Andorran, Andorrans
Angola: Angolan, Angolans
Argentina: Argentine, Argentinian, Argentines, Argentinians
Armenia: Armenian, Armenians
Australia: Australian, Australians
Austria: Austrian, Austrians
Azerbaijan: Azerbaijani, Azerbaijanis
Bahamas: Bahamian, Bahamians
Bahrain: Bahraini, Bahrainis
Bangladesh: Bangladeshi, Bangladeshis
Barbados: Barbadian, Barbadians
Belarus: Belarusian, Belarusians
Belgium: Belgian, Belgians
Belize: Belizean, Belizeans
Benin: Beninese
Bhutan: Bhutanese
Bolivia: Bolivian, Bolivians
Bosnia and Herzegovina: Bosnian, Bosnians
Bosnia:
Botswana: Botswanan, Botswanans
Brazil: Brazilian, Brazilians
Britain: British, Briton, Britons
Brunei: Bruneian, Bruneians
Bulgaria: Bulgarian, Bulgarians
Burkina Faso: Burkinabe
Burundi: Burundian, Burundians
Cambodia: Cambodian, Cambodians
Cameroon: Cameroonian, Cameroonians
Canada: Canadian, Canadians
Cape Verde: Cape Verdean, Cape Verdeans
Central African Republic:
Chad: Chadian, Chadians
Chile: Chilean, Chileans
China: Chinese
Colombia: Colombian, Colombians
Comoros: Comorian, Comorians
Congo: Congolese
Costa Rica: Costa Rican, Costa Ricans
Croatia: Croatian, Croatians, Croat, Croats
Cuba: Cuban, Cubans
Cyprus: Cypriot, Cypriots
Czech Republic: Czech, Czechs
Czechia:
Denmark: Danish, Dane, Danes
Djibouti: Djiboutian, Djiboutians
Dominica:
Dominican Republic: Dominican, Dominicans
East Timor: Timorese
Ecuador: Ecuadorian, Ecuadorians, Ecuadorean, Ecuadoreans
Egypt: Egyptian, Egyptians
El Salvador: Salvadoran, Salvadorans
England: English
Equatorial Guinea:
Eritrea: Eritrean, Eritreans
Estonia: Estonian, Estonians
Eswatini: Swazi, Swazis
Ethiopia: Ethiopian, Ethiopians
Fiji: Fijian, Fijians
Finland: Finnish, Finn, Finns
France: French
Gabon: Gabonese
Gambia: Gambian, Gambians
Georgia: Georgian, Georgians
Germany: German, Germans
Ghana: Ghanaian, Ghanaians
Greece: Greek, Greeks
Greenland: Greenlandic, Greenlander, Greenlanders
Grenada: Grenadian, Grenadians
Guatemala: Guatemalan, Guatemalans
Guinea: Guinean, Guineans
Guinea-Bissau:
Guyana: Guyanese
Haiti: Haitian, Haitians
Honduras: Honduran, Hondurans
Hong Kong:
Hungary: Hungarian, Hungarians
Iceland: Icelandic, Icelander, Icelanders
India: Indian, Indians
Indonesia: Indonesian, Indonesians
Iran: Iranian, Iranians
Iraq: Iraqi, Iraqis
Ireland: Irish
Israel: Israeli, Israelis
Italy: Italian, Italians
Ivory Coast: Ivorian, Ivorians
Jamaica: Jamaican, Jamaicans
Japan: Japanese
Jordan: Jordanian, Jordanians
Kazakhstan: Kazakh, Kazakhs
Kenya: Kenyan, Kenyans
Kiribati:
Kosovo: Kosovar, Kosovars
Kuwait: Kuwaiti, Kuwaitis
Kyrgyzstan: Kyrgyz
Laos: Laotian, Laotians
Latvia: Latvian, Latvians
Lebanon: Lebanese
Lesotho:
Liberia: Liberian, Liberians
Libya: Libyan, Libyans
Liechtenstein:
Lithuania: Lithuanian, Lithuanians
Luxembourg: Luxembourgish
Madagascar: Malagasy
Malawi: Malawian, Malawians
Malaysia: Malaysian, Malaysians
Maldives: Maldivian, Maldivians
Mali: Malian, Malians
Malta: Maltese
Marshall Islands: Marshallese
Mauritania: Mauritanian, Mauritanians
Mauritius: Mauritian, Mauritians
Mexico: Mexican, Mexicans
Micronesia: Micronesian, Micronesians
Moldova: Moldovan, Moldovans
Monaco:
Mongolia: Mongolian, Mongolians
Montenegro: Montenegrin, Montenegrins
Morocco: Moroccan, Moroccans
Mozambique: Mozambican, Mozambicans
Myanmar: Burmese
Namibia: Namibian, Namibians
Nauru: Nauruan, Nauruans
Nepal: Nepali, Nepalese, Nepalis
Netherlands: Dutch
New Zealand: New Zealander, New Zealanders
Nicaragua: Nicaraguan, Nicaraguans
Niger: Nigerien, Nigeriens
Nigeria: Nigerian, Nigerians
North Korea: North Korean, North Koreans
North Macedonia: Macedonian, Macedonians
Northern Ireland: Northern Irish
Norway: Norwegian, Norwegians
Oman: Omani, Omanis
Pakistan: Pakistani, Pakistanis
Palau: Palauan, Palauans
Palestine: Palestinian, Palestinians
Panama: Panamanian, Panamanians
Papua New Guinea:
Paraguay: Paraguayan, Paraguayans
Peru: Peruvian, Peruvians
Philippines: Philippine, Filipino, Filipina, Filipinos
Poland: Polish, Pole, Poles
Portugal: Portuguese
Puerto Rico: Puerto Rican, Puerto Ricans
Qatar: Qatari, Qataris
Romania: Romanian, Romanians
Russia: Russian, Russians
Rwanda: Rwandan, Rwandans
Samoa: Samoan, Samoans
San Marino:
Saudi Arabia: Saudi, Saudis
Scotland: Scottish, Scot, Scots
Senegal: Senegalese
Serbia: Serbian, Serbians, Serb, Serbs
Seychelles:
Sierra Leone: Sierra Leonean, Sierra Leoneans
Singapore: Singaporean, Singaporeans
Slovakia: Slovak, Slovaks
Slovenia: Slovenian, Slovenians, Slovene, Slovenes
Solomon Islands:
Somalia: Somali, Somalis
South Africa: South African, South Africans
South Korea: South Korean, South Koreans
South Sudan: South Sudanese
Spain: Spanish, Spaniard, Spaniards
Sri Lanka: Sri Lankan, Sri Lankans
Sudan: Sudanese
Suriname: Surinamese
Sweden: Swedish, Swede, Swedes
Switzerland: Swiss
Syria: Syrian, Syrians
Taiwan: Taiwanese
Tajikistan: Tajik, Tajiks
Tanzania: Tanzanian, Tanzanians
Thailand: Thai, Thais
Tibet: Tibetan, Tibetans
Togo: Togolese
Tonga: Tongan, Tongans
Trinidad and Tobago: Trinidadian, Trinidadians
Tunisia: Tunisian, Tunisians
Turkey: Turkish, Turk, Turks
Turkmenistan: Turkmen
Tuvalu:
Uganda: Ugandan, Ugandans
Ukraine: Ukrainian, Ukrainians
United Arab Emirates: Emirati, Emiratis
United Kingdom:
United States: American, Americans
Uruguay: Uruguayan, Uruguayans
Uzbekistan: Uzbek, Uzbeks
Vanuatu:
Vatican:
Venezuela: Venezuelan, Venezuelans
Vietnam: Vietnamese
Wales: Welsh
Yemen: Yemeni, Yemenis
Zambia: Zambian, Zambians
Zimbabwe: Zimbabwean, Zimbabweans
U.S.:
US:
U.K.:
UK:
UAE:
`

const lines = table
  .trim()
  .split('\n')
  .map((line) => line.split(':') as [string, string])

export const countryNames: ReadonlySet<string> = new Set(lines.map(([name]) => name))

/** Words for the people of a country and what is theirs. */
export const demonyms: ReadonlySet<string> = new Set(
  lines.flatMap(([, words]) => words.split(',').map((word) => word.trim())).filter((word) => word !== ''),
)
