"""Names that fill the slots of sentences.txt, made from lists of our own. No name of an evaluated article may stand here."""

from pathlib import Path

FOLDER = Path(__file__).parent / 'names'
FIRST = (FOLDER / 'first.txt').read_text().split()
LAST = (FOLDER / 'last.txt').read_text().split()
CITIES = [city.strip() for city in (FOLDER / 'cities.txt').read_text().split(',')]
COUNTRIES = [line.split(':') for line in (FOLDER / 'countries.txt').read_text().split('\n') if line]

ROLES = (
    'president,prime minister,foreign minister,finance minister,mayor,governor,chairman,chief executive,director,'
    'secretary general,spokesman,head,chief economist,deputy minister,leader,police chief,ambassador,senator'
).split(',')
TRADES = (
    'Shipping,Holdings,Group,Energy,Motors,Airlines,Pharma,Foods,Steel,Bank,Logistics,Telecom,Media,Capital,Partners,'
    'Industries,Rail,Robotics,Systems,Insurance,Textiles,Mining,Water,Labs,Software,Retail,Aerospace,Marine'
).split(',')
FORMS = 'Inc.,Ltd,Corp.,AG,plc,SA,GmbH,Co.,& Sons,International'.split(',')
FIELDS = (
    'Health,Fisheries,Transport,Justice,Labour,Education,Energy,Agriculture,Trade,the Interior,Defence,Culture,'
    'Foreign Affairs,Finance,Housing,Statistics,Meteorology,Forestry,Aviation,Ports,Oceanography,Hydrology'
).split(',')
BODIES = 'Agency,Authority,Commission,Institute,Council,Office,Board,Association,Federation,Union,Foundation,Service,Trust,Committee,Society,Network'.split(
    ','
)
WATERS = 'River,Lake,Sea,Strait,Bay,Gulf,Canal,Valley,Mountains,Peninsula,Island,Islands,Desert,Coast,Delta,Plateau,Glacier,Forest,Range,Province,Region'.split(
    ','
)
BUILT = 'Bridge,Airport,Stadium,Station,Museum,Tower,Hospital,Arena,Dam,Tunnel,Square,Cathedral,Harbour,Terminal,Theatre,Park,Palace,Market,Library,Lighthouse'.split(
    ','
)
STEMS = (
    'Alder,Amber,Arden,Aster,Atlas,Bara,Beacon,Birch,Brant,Cedar,Cora,Crest,Delta,Dorn,Echo,Elm,Ember,Falk,Fern,Gale,'
    'Glen,Granite,Hale,Haven,Heron,Hollow,Iris,Juno,Kestrel,Lark,Linden,Lumen,Maple,Mara,Meridian,Mistral,Nova,Oak,Orion,'
    'Osprey,Pine,Polar,Quartz,Raven,Ridge,Rowan,Sable,Sierra,Silver,Solar,Sorel,Stark,Summit,Tern,Thorn,Umbra,Vale,Vega,'
    'Verdant,Vertex,West,Willow,Winter,Zephyr,Black,White,Red,Upper,North,South,East,Old,New,Great,Saint,Royal'
).split(',')
MINISTRIES = (
    'Foreign,Interior,Defence,Finance,Health,Justice,Education,Transport,Energy,Labour,Trade,Culture'.split(
        ','
    )
)
PEOPLES = 'European,African,Asian,Arab,Kurdish,Muslim,Christian,Jewish,Catholic,Sunni,Shia,Nordic,Balkan,Latin American,Western,Republican,Democratic,Buddhist,Hindu,Bavarian,Catalan,Basque'.split(
    ','
)
SHORT = 'US,U.S.,UK,UAE,USA,Soviet Union,Czech Republic,Gaza,West Bank,Crimea,California,Texas,Florida,Bavaria,Catalonia,Quebec,Ontario,Queensland,Sicily,Punjab,Kashmir'.split(
    ','
)
COMMON = (
    'Air,Apple,Arrow,Art,Aviation,Battery,Bay,Bell,Bird,Boat,Book,Bread,Brick,Cable,Cave,Cell,Chain,Child,City,Clay,Clean,'
    'Clear,Cloud,Coal,Coast,Coffee,Copper,Corn,Cotton,Crystal,Dairy,Data,Deep,Digital,Dry,Eagle,Earth,Engine,Farm,Film,Fire,'
    'First,Fish,Flood,Food,Forest,Free,Fresh,Fruit,Garden,Gas,Gate,Glass,Gold,Golden,Grain,Grand,Green,Harbour,Hill,Home,Horse,'
    'House,Ice,Iron,Island,Land,Leaf,Light,Lion,Little,Long,Marine,Market,Medical,Metal,Milk,Mill,Moon,Mountain,Music,Night,'
    'Ocean,Oil,Open,Orange,Paper,Peace,People,Plant,Poetry,Power,Print,Quiet,Radio,Rain,Rapid,River,Road,Rock,Rubber,Safe,'
    'Salt,Sand,Science,Seed,Shell,Silk,Sky,Snow,Soil,Sound,Spring,Star,Station,Stone,Storm,Street,Sugar,Sun,Swan,Table,Tea,'
    'Timber,Tool,Town,Trade,Trail,Train,Tree,Urban,Valley,Victory,Village,Vision,Voice,Wall,Wave,Wheat,White,Wild,Wind,Wine,'
    'Wolf,Wood,Wool,Workers,Young'
).split(',')
CLUBS = 'United,City,Rovers,Wanderers,Athletic,Lions,Bears,Hawks,Sharks,Pilots,Rangers,Sailors,Foxes,Giants,Stars'.split(
    ','
)
EVENTS = 'World Cup,Olympic Games,Film Festival,Climate Summit,Book Fair,Marathon,Grand Prix,Trade Fair,Games,Conference,Open,Championship,War,Revolution,Uprising'.split(
    ','
)
LAWS = 'Act,Treaty,Convention,Accord,Code,Agreement,Protocol,Directive,Regulation,Declaration,Bill'.split(',')
SUBJECTS = 'Data Protection,Clean Air,Fisheries,Labour,Maritime Safety,Emergency Powers,Foreign Investment,Water,Press,Banking,Asylum'.split(
    ','
)
PAPERS = 'Times,Post,Herald,Tribune,Gazette,Courier,Chronicle,Echo,Observer,Mail,Review,Journal'.split(',')
TITLES = 'The Last Winter,A House of Salt,Night Ferry,The Quiet Coast,Letters Home,The Glass Garden,Nine Bridges,Small Gods,The Weight of Rain,Low Tide,Paper Moon'.split(
    ','
)


def syllables(random):
    """An invented word: names that no list holds are what the model must learn to see."""
    parts = [
        random.choice('b d f g h k l m n p r s t v z br kr st th sh tr gr dr'.split())
        + random.choice('a e i o u ai ei ia or an en il'.split())
        for _ in range(random.randint(1, 3))
    ]
    return (
        ''.join(parts)
        + random.choice(['', '', 'n', 'k', 's', 'r', 'th', 'sk', 'berg', 'vik', 'ov', 'ton', 'stad'])
    ).capitalize()


def last(random):
    return random.choice(LAST) if random.random() < 0.5 else syllables(random)


def person(random):
    first = random.choice(FIRST) if random.random() < 0.6 else syllables(random)
    return random.choice(
        [f'{first} {last(random)}'] * 8
        + [
            f'{first} {random.choice("ABDEGHJKLMRST")}. {last(random)}',
            f'{first} {last(random)}-{last(random)}',
            f'{first} {random.choice(["al", "de", "van", "El"])} {last(random)}',
        ]
    )


def city(random):
    if random.random() < 0.65:
        return random.choice(CITIES)
    return random.choice(
        [
            syllables(random),
            f'Port {syllables(random)}',
            f'{random.choice(STEMS)}{random.choice(["ford", "ton", "bury", "haven", "field", "mouth"])}',
            f'San {random.choice(FIRST)}',
            f'{random.choice(["New", "Nova", "East"])} {syllables(random)}',
        ]
    )


def country(random):
    return random.choice(COUNTRIES)[0] if random.random() < 0.85 else random.choice(SHORT)


def people(random):
    return random.choice(COUNTRIES)[1] if random.random() < 0.8 else random.choice(PEOPLES)


def place(random):
    return random.choice([city, country])(random)


def proper(random):
    return random.choice([last, syllables, lambda r: r.choice(STEMS)])(random)


def organisation(random):
    return random.choice(
        [
            lambda: f'{proper(random)} {random.choice(TRADES)}',
            lambda: f'{proper(random)} {random.choice(TRADES)}',
            lambda: f'{proper(random)} {random.choice(FORMS)}',
            lambda: f'{proper(random)} {random.choice(TRADES)} {random.choice(FORMS)}',
            lambda: proper(random) + random.choice(['', '', 'tech', 'soft', 'Net', 'Works']),
            lambda: f'{proper(random)} {random.choice(COMMON)} {random.choice(TRADES + COMMON)}',
            lambda: f'{random.choice(COMMON)} {random.choice(TRADES + COMMON)}',
            lambda: f'{proper(random)} {random.choice(COMMON)}',
            lambda: f'{city(random)} {proper(random)}',
            lambda: random.choice(
                [
                    f'{city(random)} {random.choice(CLUBS)}',
                    random.choice(CLUBS),
                    f'{proper(random)} {random.choice(CLUBS)}',
                ]
            ),
            lambda: f'{random.choice([people(random) + " ", "", ""])}{random.choice(MINISTRIES)} Ministry',
            lambda: f'Ministry of {random.choice(FIELDS)}{random.choice(["", "", f" of {country(random)}"])}',
            lambda: (
                f'{random.choice(["Security", "Coast Guard", "Border", "Postal", "Weather", "Fire"])} Service of {country(random)}'
            ),
            lambda: (
                f'{random.choice(["Organisation", "Agency", "Coalition", "Alliance", "Committee"])} for {random.choice(["the Protection of", "the Study of", "Clean", "Free", "Safe"])} {random.choice(COMMON)}'
            ),
            lambda: f'{place(random)} {random.choice(COMMON)} {random.choice(BODIES)}',
            lambda: (
                f'{random.choice(["National", "European", "International", "World", "Federal", "Regional", "Central"])} {random.choice(FIELDS[:8])} {random.choice(BODIES)}'
            ),
            lambda: (
                f'{place(random)} {random.choice(FIELDS[:8] + ["Port", "Fire", "City", "Police"])} {random.choice(BODIES)}'
            ),
            lambda: f'{random.choice(["", "", "Free ", "Technical "])}University of {place(random)}',
            lambda: (
                f'{city(random)} {random.choice(["University", "Polytechnic", "City Council", "City", "United", "Rovers", "Opera"])}'
            ),
            lambda: (
                f'{random.choice(BODIES)} of {random.choice(["Nurses", "Pilots", "Teachers", "Dockers", "Miners"])}'
            ),
            lambda: f'{last(random)} & {last(random)}',
            lambda: (
                f'{random.choice(["Bank of", "Institute of", "Academy of", "Court of", "House of"])} {random.choice(["Justice", "Sciences", "Arts"] + [country(random)] * 3)}'
            ),
            lambda: (
                f'{random.choice(["Supreme", "High", "Constitutional", "Central"])} {random.choice(["Court", "Bank", "Election Commission"])}'
            ),
            lambda: acronym(random),
            lambda: random.choice(
                [
                    'Greens',
                    'Liberal Party',
                    'Labour Party',
                    'Social Democrats',
                    "People's Party",
                    'Senate',
                    'United Nations',
                    'European Union',
                    'Red Cross',
                    'NATO',
                    'Reuters',
                ]
            ),
        ]
    )()


def acronym(random):
    return ''.join(random.choice('ABCDEFGHILMNOPRSTUW') for _ in range(random.choice([2, 3, 3, 3, 4, 4])))


def work(random):
    return random.choice(
        [
            f'The {city(random)} {random.choice(PAPERS)}',
            f'{random.choice(STEMS)} {random.choice(PAPERS)}',
            f'{random.choice(["Annals", "Journal", "Review"])} of {random.choice(COMMON)} {random.choice(["Science", "Research", "Biology", "History"])}',
            random.choice(TITLES),
            f'The {random.choice(STEMS)} {random.choice(["House", "Road", "Letters"])}',
        ]
    )


SLOTS = {
    'PER': ('PERSON', person),
    'LAST': ('PERSON', last),
    'ORG': ('ORG', organisation),
    'ACR': ('ORG', acronym),
    'CITY': ('GPE', city),
    'COUNTRY': ('GPE', country),
    'NORP': ('NORP', people),
    'NORPS': ('NORP', lambda random: random.choice(COUNTRIES)[2]),
    'LOC': (
        'LOC',
        lambda random: random.choice(
            [
                f'{proper(random)} {random.choice(WATERS)}',
                f'{proper(random)} {random.choice(COMMON)} {random.choice(WATERS)}',
                f'{random.choice(["River", "Lake", "Mount", "Cape", "Gulf of", "Bay of", "Strait of", "Isle of"])} {proper(random)}',
                random.choice(
                    [
                        'Europe',
                        'Asia',
                        'Africa',
                        'South America',
                        'Arctic',
                        'Atlantic',
                        'Mediterranean',
                        'Balkans',
                        'Alps',
                        'Baltic Sea',
                        'Middle East',
                        'Pacific',
                        'Caucasus',
                        'Sahel',
                    ]
                ),
            ]
        ),
    ),
    'FAC': (
        'FAC',
        lambda random: (
            f'{random.choice([proper(random), city(random), proper(random) + " " + random.choice(["Street", "Road", "Central"])])} {random.choice(BUILT)}'
        ),
    ),
    'EVENT': (
        'EVENT',
        lambda random: (
            f'{random.choice([city(random), "World", "European", proper(random), proper(random) + " " + random.choice(COMMON), random.choice(COMMON)])} {random.choice(EVENTS + ["Cup", "Trophy", "Prize", "Festival", "Summit"])}'
        ),
    ),
    'LAW': (
        'LAW',
        lambda random: (
            f'{random.choice([random.choice(SUBJECTS), city(random), proper(random), random.choice(COMMON) + " " + random.choice(COMMON)])} {random.choice(LAWS)}'
        ),
    ),
    'PRODUCT': (
        'PRODUCT',
        lambda random: random.choice(
            [
                f'{proper(random)} {random.randint(1, 900)}',
                f'{proper(random)}-{random.randint(1, 99)}',
                f'{syllables(random)}{random.choice(["", "ix", "al", "mab"])}',
                f'{acronym(random)[:2]}-{random.randint(2, 400)}',
            ]
        ),
    ),
    'WORK': ('WORK', work),
    'ROLE': (None, lambda random: random.choice(ROLES)),
    'NUM': (
        None,
        lambda random: random.choice(
            [
                str(random.randint(2, 99)),
                f'{random.randint(1, 90)},{random.randint(100, 999)}',
                f'{random.randint(1, 19)}.{random.randint(1, 9)}',
                'three',
                'twelve',
                'dozens of',
            ]
        ),
    ),
    'MONEY': (
        None,
        lambda random: random.choice(
            [
                f'${random.randint(2, 90)} million',
                f'{random.randint(2, 90)} million euros',
                f'£{random.randint(2, 9)}bn',
            ]
        ),
    ),
    'DAY': (
        None,
        lambda random: random.choice('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()),
    ),
    'MONTH': (
        None,
        lambda random: random.choice(
            'January February March April May June July August September October November December'.split()
        ),
    ),
    'DATE': (
        None,
        lambda random: (
            f'{random.randint(1, 28)} {random.choice("January March April May June July August October".split())}'
        ),
    ),
    'YEAR': (None, lambda random: str(random.randint(1950, 2025))),
}
