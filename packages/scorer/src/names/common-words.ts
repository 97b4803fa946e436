import { stem, stopWords } from '@assay/text'

/**
 * Whether a word with a capital at the start of a sentence says nothing: a stop word, or a word that news
 * sentences often begin with, in any inflection. Chosen by us for English; first names and surnames that are
 * words too ("Rose", "Bush") are left out on purpose.
 */
export function isCommonWord(word: string): boolean {
  const lower = word.toLowerCase()
  return stopWords.has(lower) || stems.has(stem(lower))
}

const words = `
  abroad absent abuse access accident according account accused action active activist actor actress actual adding
  additional address administrator admission adult advance advice adviser affected afterward age agency agent ago
  agree agreement ahead aid aim air aircraft airline airport alarm album alert alike all allegation allege alliance
  allow ally alone alternative ambassador ambulance amendment amount analysis analyst ancient angry animal annual
  answer anxious apart apartment apparent appeal appear applicant application appoint approach approval approximate
  archaeologist architect area argue argument army arrangement arrest arrive art article artist ash ask assault
  assembly assessment asset assistant associate association athlete attack attempt attend attendance attention
  attorney auction audience audit author authority automatic available average aware
  baby background bacteria bad bag bail balance ballot ban bank bankruptcy bar bare barrel base basic battery battle beach
  bear beat become bed bee beer begin behavior behaviour benefit best bid big bike bill bird birth black blast blaze
  block blood board boat body bomb bond bone book border borrower bottle bottom box boy brain branch breach bread
  break breakfast breeding bridge brief bring broad broadcast broken brother budget build builder building burn bus
  business buy buyer
  cabinet cable call camera campaign camp cancel cancer candidate capital car care career cargo carry case cash
  casualty cat catch cattle cause caution ceasefire celebration cell central centre center century ceremony certain
  chain chair chairman chairwoman challenge champion chance change chaos character charge charity cheap check chemical
  chief child children choice church circumstance citing citizen city civil civilian claim class clean clear clearly
  clerk client climate clinic close clothing cloud club coach coal coast coastal code coffee cold collapse colleague
  collection college column combat combine come comfort coming commander comment commerce commercial commission
  commissioner commitment committee common communication community commuter company compare comparison compensation
  competition competitor complaint complete computer concern concert condition conference confirm conflict
  congress connection consequence conservation conservationist conservative consider construction consultant consumer
  contact contract contractor contrary control controversy convict convoy cook cooperation copper copy corn corner
  corporation correspondent corruption cost council councillor counsel count country couple courage course court
  cover crash create creative creditor crew crime criminal crisis critic critical criticism crop crossing crowd crucial
  culture cup currency current customer cut cyclist
  daily dam damage danger dangerous dark data database date daughter day dead deadline deadly deal dealer dear death
  debate debt decade decision decline deep deer defeat defence defense defendant deficit degree delay delegate
  delegation deliver delivery demand democracy democratic demonstration demonstrator department departure deputy
  designer despite destruction detail detective detention developer development device dialogue diesel difference
  different difficult difficulty diplomat diplomatic direct direction director disaster discovery discussion disease
  display dispute distance district diver division doctor document documentary dog dollar domestic donation donor
  double doubt dozen drama draw dream drink driver drone drought drug dry due duty
  early earlier earnings earth earthquake east eastern easy economic economist economy editor education effect effort egg
  eight eighteen eighty elder elderly election electric electricity electronic eleven eligible email emergency
  emission employee employer employment empty encourage end enemy energy engine engineer enough ensure entire entrance
  entry environment environmental environmentalist equal equipment error escape especially essential estimate ethnic
  evacuation evening event eventual everyday evidence evident exact examination example excavation excellent exception
  exchange executive exercise exhibition existing exit expansion expect expectation expensive experience experiment
  expert explosion export exporter extension extra extreme eye
  face facility fact factor factory failure fair fall false family famous fan far fare farm farmer fast father favourite fear
  federal fee feedback female ferry fertiliser festival few field fifteen fifty fight fighter figure film final
  finally finance financial finding fine finish fire firefighter firm first fish fisherman fishing five fix flag flight
  flood floor flower fly folk follow following food foot football force forecast forecaster foreign forest forget form
  formal former formerly fortunate forty found foundation founder four fourteen fraud free freedom freight frequent
  fresh friend front fruit fuel full fund funding funeral further future
  gain game gang garden gas gender general generation girl given glass global goal gold good goods government governor
  graduate grain grant graph great green ground group grow grower growth guard guest guide gun gunman
  habitat half hand handful happy harbour harbor hard harvest head headline health healthy hear hearing heart heat heavy height
  helicopter help herd hidden high higher highlight highway hike historian historic historical history holder holiday home
  homeowner honest hope horse hospital host hostage hot hotel hour house household housing huge human hundred hunger
  hunter hurricane husband
  ice idea illegal image immediate immigrant immigration impact import importer importance important impossible
  improvement incident income increase incredible indeed independence independent index indication individual
  industrial industry infection inflation influence influential information infrastructure initial initially initiative injury
  inmate innovation inquiry insect inspection inspector instance instead institute institution instruction insurance
  insurer intelligence interest interim interior international internet interview introduction invasion inventor
  investigation investigator investment investor invitation involvement iron island issue item
  jail job joint journalist journey judge judicial juror jury just justice juvenile
  keep key kid killer kind king kitchen know knowledge known
  lab label laboratory labour labor lack lady lake land landlord landslide language large last late later latest launch
  law lawmaker lawsuit lawyer lead leader leadership league learn leave left legal legislation legislator lender less
  lesson let letter level liability liberal library licence license life light like likely limit line link list litter
  little live livestock living load loan lobby local location long look lorry loss lot loud love low lower luck lunch
  machine magazine magistrate magnitude mail main maintenance major majority make maker male mall man management manager
  manufacturer manufacturing many map march margin marine mark market marriage mass massive match material matter maximum
  mayor meal mean meaning meanwhile measure meat media mediator medical medicine meeting member membership memorial memory
  men mental merchant merger message metal method metre meter middle midnight migrant migration military milk million
  mind mine miner minimum mining minister ministry minor minority minute mission mistake mix mob mobile model modern
  money monitor month monthly morning mortgage most mother motion motive motor motorist mountain move movement movie multiple
  municipal murder museum music musician mutual mystery
  name narrow nation national native natural nature naval navy near nearby necessary need negotiation negotiator neighbour
  neighbor neighborhood neighbourhood network neutral nevertheless new newly news newspaper next night nine nineteen
  ninety nobody noise nomination nonetheless normal north northern notable note nothing notice novel nuclear number
  nurse
  object objection objective observer obvious occasional occupation ocean odd offence offense offer office officer
  official oil old older online open opening opera operation operator opinion opponent opportunity opposite opposition
  option order ordinary organisation organiser organization organizer origin original otherwise outbreak outcome outdoor
  output outrage outsider overall overnight owner ownership oxygen
  pace pack page pain painting pair panel panic paper parade parent park parking parliament part participant
  particular partner partnership party passenger past patient patrol pattern pay payment peace peak peasant pedestrian
  penalty pension pensioner people percent percentage performance performer perhaps period permanent permission permit
  person personal personnel petition petrol phase phone photo photograph photographer physical physician picture piece
  pilot pipeline place plain plan plane planet planner planning plant plastic plate platform player please plenty plot
  point police policeman policewoman policy political politician politics poll pollution poor pope popular population port portion
  position positive possession possibility possible post poster potential poverty power powerful practice prayer precise
  predict preference preliminary premier premium preparation presence present presentation preservation presidency
  president presidential press pressure presumably pretty previous price priest primary prime prince princess principal prior
  priority prison prisoner private prize probable problem procedure proceeds process producer product production
  professor profit program programme progress project prominent promise proof property proponent proposal prosecution
  prosecutor prospect protection protest protester protestor proud province provincial provision public publication
  publisher pump punishment pupil purchase purpose
  quality quantity quarter quarterly queen question quick quiet quota
  race racial radar radiation radical radio raid rail railroad railway rain rainfall range rank rapid rare rate rather
  rating ration raw reach reaction reader ready real reality reason rebel recall receipt recent recession recipient
  recommendation record recovery red reduction referee referendum reflection reform refuge refugee refusal regardless
  region regional register registration regret regular regulation regulator rehearsal reinforcement relation
  relationship relative release relevant relief religion religious remain remains remark remember remote removal rent
  repair repeat repeated replacement reply report reportedly reporter representative republic republican reputation
  request rescue rescuer research researcher reserve reservoir resident residential resignation resistance resolution
  resort resource respect respective respondent response responsibility rest restaurant restoration restriction result
  retail retailer retired retirement return revenue review revision revolution reward rice rich ride rifle right rise
  risk rival river road robbery rock rocket role roof room root rough roughly round route routine royal rubbish rule ruling
  rumour rumor run runner rural
  sad safety sailor salary sale salesman salt sample sanction satellite save saving scale scandal scene schedule scheme
  scholar school science scientist score screen sea search season seat second secondary secret secretary section sector
  secure security seed select selection senate senator send senior sense sensor sentence separate separately sergeant
  series serious servant service session set settlement settler seven seventeen seventy several severe sewage sex shame
  share shareholder sharp sheep shelf shell shelter shift ship shipment shipping shock shoe shop shopper shopkeeper shore
  short shortage shot show side sign signal signature silence silver similar simple since singer single sister site
  situation six sixteen sixty size skill skin sky slow small smart smoke snow so-called social society software soil soldier
  solution someday son song soon sort sound source south southern space speaker speaking special specialist species
  specific speech speed spending spirit split spokesman spokesperson spokeswoman sponsor sport spread spring squad
  stability stadium staff stage stake stall stamp stand standard star start state statement station statistic statue
  status stay steady steel step still stock stone stop storage store storm story strange strategic strategy stream
  street strength strict strike striker strong structure student studio study style subject subscriber substance
  substantial suburb success successful successor sudden suddenly suffer sugar suggestion suit summer summit sun supermarket
  supplier supply support supporter sure surface surge surgeon surgery surplus surprise surrounding survey survival
  survivor suspect suspicion suspension sweeping swimmer sympathy system
  table tactic take talk tank tanker tape target tariff task tax taxation taxi taxpayer teacher team tear technical
  technician technique technology teenage teenager telephone television temperature temple temporary ten tenant tender
  tennis tension term terminal terrorism terrorist test testimony text thank theatre theater theme theory thief thieves
  thing think thirteen thirty thought thousand threat three ticket tide tight till timber time title today together toll
  tomorrow tone tonight tool top total touch tough tour tourism tourist tower town trace track trade trader tradition
  traditional traffic tragedy train trainer training transaction transfer transition transport transportation trap travel
  traveller traveler treasurer treasury treatment treaty tree trend trial tribal tribe trip troop trouble truck true trust
  truth try tunnel turn turnout twelve twenty twice twin two type typical
  unable uncertainty unclear underground unemployment unfortunate uniform union unique unit united unity universal
  university unless unlike unlikely unrest upper urban urgent use user usual
  vaccine valley value van variety various vast vegetable vehicle vendor venue verdict version vessel veteran victim
  victory video view viewer village villager violation violence visa visibility visit visitor vital voice volcano volume
  voluntary volunteer vote voter vulnerable
  wage wait walk walker wall want war warden warehouse warm warning warrant waste watch watchdog water wave way weak wealth
  weapon wear weather web website wedding week weekend weekly weight welfare well west western wet wheat wheel whole wide
  widow wife wild wildfire wildlife win wind window wine winner winter wise wish withdrawal witness woman women wonder
  wood word work worker workforce workshop world worry worse worst worth wounded writer written wrong
  yard year yellow yes yesterday yet yield young youngster youth
  zero zone
`

const stems: ReadonlySet<string> = new Set(
  words
    .trim()
    .split(/\s+/)
    .map((word) => stem(word)),
)
