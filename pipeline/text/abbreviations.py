"""Words that decide whether a full stop ends a sentence; forms are written without their last stop."""

# Before a name: the stop never ends a sentence.
TITLES = frozenset(
    """Mr Mrs Ms Mx Dr Gov Govs Lt Sen Sens Rep Reps Gen Col Maj Capt Cmdr Cpl Pfc Pvt Sgt Adm Brig Ens
    Prof Rev Fr Hon Pres Supt Det Insp Messrs Mme Mlle Mgr Msgr Atty Asst Assoc Dep Spc Amb Ald Sr.
    Comdr Sec'y v vs V Vs e.g i.e viz cf approx ca""".split()
)

# Before a number: "No. 5", "Sec. 4"; else an ordinary word.
NUMBERED = frozenset(
    """No Nos no nos Art Arts Sec Secs Fig Figs Vol Vols Ch Pt p pp par para Sect Rec Res Prop H.R S.B A.B
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec""".split()
)

# May stand inside a name or end a sentence: they end one only before a word that opens sentences.
INNER = frozenset(
    """Inc Corp Co Cos Ltd Bros LLC LLP L.L.C Mfg Jr Sr Esq Ph.D M.D J.D B.A M.A Ed.D D.D.S R.N St Sts Ste
    Ft Mt Mtn Ave Blvd Rd Ln Hwy Pkwy Rte Sq Bldg Dept Depts Assn Assns Univ Dist Ct Cir App Supp Stat Bd
    Comm Del Intl Natl Sup Cty Twp Cnty al est Est Op Ed Gov't Int'l Nat'l""".split()
)

# Capital-letter forms of places and bodies that stand before a noun ("U.S. Senate") or end a sentence.
PLACES = frozenset(
    """U.S U.N U.K E.U U.S.A D.C L.A N.Y N.J N.H N.C S.C N.D S.D N.M R.I P.R W.Va B.C G.O.P F.B.I C.I.A
    I.C.E D.H.S D.O.J N.Y.P.D L.A.P.D N.A.A.C.P A.C.L.U I.R.S U.S.S.R D.N.C R.N.C U.C N.S.A D.A""".split()
)

# Before a bracket they are part of a place ("Salem, Ore. (AP)"); elsewhere ordinary words.
STATES = frozenset(
    """Ala Ariz Ark Calif Cal Colo Conn Fla Ga Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo Mont Neb
    Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wisc Wyo""".split()
)

CLOCK = frozenset({"a.m", "p.m", "A.M", "P.M"})
AFTER_CLOCK = frozenset(
    """E P ET EDT EST PT PDT PST CT CDT CST MT MDT MST GMT BST UTC Eastern Pacific Central Mountain Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday Jan Feb March April May June July Aug Sept Oct Nov
    Dec January February August September October November December""".split()
)

# Nouns that "U.S." and the like lead, so that the stop between them is no end.
LED_NOUNS = frozenset(
    """Senate House Congress Constitution Supreme District Attorney Attorneys Rep Reps Sen Sens Court Courts
    Department Citizenship Customs Border Marshal Marshals Army Navy Air Marine Marines Chamber Conference
    Census Code Circuit Magistrate Justice State States Treasury Secretary Embassy Ambassador Government
    Capitol Coast Postal Office Park Forest Geological Commission Agency Appeals Bureau Central Bank Steel
    Open Soccer Olympic Representative Representatives Senator Senators Judge Special General Solicitor
    Federal Virgin Dollar Mint Secret Trade Labor Education Energy Defense Homeland Health Housing Interior
    Agriculture Commerce Transportation Veterans Environmental Fish Food Small Social Mission Mayor Council
    Councilman Councilwoman Police Superior Metropolitan Statehood Public County City Times Unified Gov Lt
    Assembly Legislature Human Security High Refugee Children President Vice Bishops Catholic Muslim Latino
    Hispanic Jewish Democrat Democrats Republican Republicans Chief Sheriff Bank Highway Route Territory
    Territories Central Southern Northern Eastern Western Mexico Canada Consulate Citizens Civil""".split()
)
# Of these the plain word opens sentences too; they count as led only inside a longer name.
LED_ONLY_IN_NAMES = frozenset({"Immigration", "Customs", "Border", "Citizenship", "Police", "Democrats"})
# Before a personal name: "across the U.S. President Smith said" is an end, "U.S. President Smith" is not.
PERSON_TITLES = frozenset({"President", "Mayor", "Sheriff", "Gov", "Sen", "Rep", "Mr", "Mrs", "Ms", "Dr"})

# Words that open sentences far more often than they open names.
STARTERS = frozenset(
    """The A An He She It They We You I This That These Those There Here In On At By For From With Without
    As But And Or So Yet If When Whenever While After Before Since Because Although Though However Meanwhile
    Also Still Then Now Even Both Some Many Most Several Others Another Each Every All No Not Nor One Two
    Three Four Five Six His Her Its Their Our My Your Who What Where Why How Which Is Are Was Were Do Does
    Did Has Have Had Can Could Would Should Let Under Over Between Among During Through Throughout Until
    Unless Despite According Last Earlier Later Instead Rather Once Perhaps Maybe Only Just Such To Of
    Nearly About More Less Few Fewer Those Any Anyone Everyone Someone Nobody Nothing Something Moreover
    Furthermore Nevertheless Nonetheless Therefore Thus Indeed Additionally Finally First Second Critics
    Supporters Opponents Advocates Officials Today Tomorrow Yesterday Sanctuary It's It’s That's That’s
    He's He’s She's She’s They're They’re We're We’re There's There’s I'm I’m I've I’ve Don't Don’t What's
    What’s Here's Here’s You're You’re We've We’ve They've They’ve Let's Let’s Didn't Didn’t Isn't Isn’t
    Can't Can’t Won't Won’t Click Subscribe Read Follow Photo Copyright See Contact""".split()
)

# Verbs that show that the capital word before them is a subject and so opens the sentence.
FINITE = frozenset(
    """has have had is are was were will would could should may might can does did said says told also never
    then now remains became began made took came went goes wants""".split()
)

# Names that end in a mark of exclamation.
SHOUTED_NAMES = frozenset({"Yahoo", "Jeopardy", "Yum", "Jeb", "Oklahoma", "E", "Chips", "Wham", "Shazam"})

# Reporting verbs that may follow a quoted question or exclamation with its speaker before them.
ASKING = frozenset(
    """said says asked asks wrote writes tweeted added adds told replied shouted yelled exclaimed demanded
    wondered responded cried continued declared posted chanted joked quipped answered pleaded screamed
    retorted inquired""".split()
)
