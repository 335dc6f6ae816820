"""Why other packages see a day otherwise: the rules that assets/holidays/README.md explains under "Compared"."""

# The calendar of `workalendar` that is compared with ours, where it is not the country's.
CLASSES = {"CH": "CH-ZH", "GB": "GB-ENG"}

ALL = (
    "AE AR AT AU BD BE BR CA CH CL CN CO CZ DE DK EG ES FI FR GB HK ID IE IL IN IT JP KE KR KZ LK MA MX MY NG NL NO NZ PE "
    "PH PK PL PT RU SA SE SG TH TR TW UA US VN ZA"
)
MUSLIM = "AE BD EG ID IN KE KZ MA MY NG PH PK SA SG TR"

ISLAMIC = (
    r"Eid |Arafah|Islamic New Year|Prophet|Ashura|Laylat|Mid-Sha'ban|Nuzul|Isra|الإسراء|المولد|رمضان|الهجرية|আশুরা|ঈদ|عاشورہ|"
    r"Id el |Birthday of Muhammad|Ramadan|Feast of the Sacrifice|Maulid|Muharram|Keputeraan Nabi|Aidil Fitri|Puasa|Eid'l|"
    r"Kurban|Ramazan|Visit of"
)

# (rule, countries, "ours" for a day that only we have or "theirs", names). The first that fits counts.
RULES = (
    ("law-of-china", "CN", "ours", r"\(observed\)"),
    ("arranged", "CN", "ours", r"."),
    ("arranged", "CN", "theirs", r"."),
    ("martial-law", "UA", "theirs", r"."),
    ("moon", MUSLIM, "ours", ISLAMIC.removesuffix("|Visit of")),
    ("moon", MUSLIM, "theirs", ISLAMIC.removesuffix("|Visit of")),
    ("other-calendars", "BD IN KZ LK MY SG TH ID", "ours", r"Buddha|Vesak|Diwali|Dussehra|Guru|Holi$|Janmashtami|Shivaratri|Mahavira|"
                                                         r"Ram Navami|Thaipusam|Asarnha|Lent|Makha|Visakha"),
    ("other-calendars", "BD IN LK", "theirs", r"জন্মাষ্টমী|দুর্গা|বুদ্ধ|Diwali|Holi"),
    ("lunar-new-year", "KR PH TW VN", "ours", r"New Year's Eve|Chinese New Year$|Korean New Year$|Lunar New Year|Fifth Day"),
    ("lunar-new-year", "KR", "theirs", r"설날|Korean New Year"),
    ("arranged", "RU VN ID AR TH TW", "ours", r"Day off moved|Joint Holiday|Bridge Public"),
    ("banks", "AR AT BE BR CA DE DK IE IL JP MX NL NO PT", "ours",
     r"Bankers'|Bank holiday|Friday after|Good Friday|Christmas Eve|New Year's Eve|Maundy|All Souls|Carnival|Corpus Christi|"
     r"Constitution Day|Purim|Tisha|Yom Kippur"),
    ("federal-banks", "CA", "ours", r"."),
    ("federal-reserve", "US", "theirs", r"."),
    ("egypt-moves", "EG", "ours", r"."),
    ("egypt-moves", "EG", "theirs", r"."),
    ("new-law", "BD BR CO IE IT KR KZ MA NZ PL TW US VN PH", "ours",
     r"Uprising|Zumbi|Chiquinquir|Brigid|Francis|Constitution Day|Labor Day|Amazigh|Unity Day|Matariki|Christmas Eve|"
     r"Taiwan Restoration|Teachers' Day|Juneteenth|Vietnam Cultural|Republic Day|All Saints|All Souls|Immaculate|Ninoy|"
     r"Heroes|New Year's Eve|National Day"),
    ("once", "AR KR ZA", "ours", r"Visit of|Election|Elections"),
    ("made-up", ALL, "ours", r"\(observed\)|Substitute Holiday|National Holiday|The second day"),
    ("made-up", "KZ MX TR AR", "theirs", r"substitute|shift|Soberanía"),
    ("old-law", "AR BD DK KE KZ NG PH LK", "theirs", r"."),
    ("half-day", "FI NL IL", "theirs", r"Eve|aatto|avond"),
    ("only-some", "AU CH NL PH NG", "theirs", r"."),
    ("fixed-by-decree", "AE AR SA TH", "ours", r"."),
)
