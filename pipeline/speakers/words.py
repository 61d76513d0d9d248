"""Word lists for resolving sources; all closed classes or common nouns of the news."""

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves", "both", "these", "those", "many", "some", "others"})
FIRST = frozenset({"i", "me", "my", "we", "us", "our", "mine", "ours", "you", "your"})
PRONOUNS = HE | SHE | IT | THEY | FIRST
MALE_TITLES = frozenset({"mr", "mr.", "king", "prince", "congressman", "councilman", "assemblyman", "sir", "father", "brother", "spokesman", "chairman", "businessman"})
FEMALE_TITLES = frozenset(
    {"mrs", "mrs.", "ms", "ms.", "miss", "queen", "princess", "congresswoman", "councilwoman", "assemblywoman", "sister", "spokeswoman", "chairwoman", "businesswoman"}
)
MALE_NAMES = frozenset(
    "aaron adam adrian al alan albert alejandro alex alexander alfred allen andre andrew andy angelo anthony antonio arthur "
    "barack barry ben benjamin bernard bernie bill billy bob bobby brad bradley brandon brendan brent brett brian bruce bryan byron "
    "calvin cameron carl carlos cesar charles charlie chris christian christopher chuck clarence clark cliff clint clyde colin craig curtis "
    "dale dan daniel darrell darren dave david dean dennis derek derrick diego don donald doug douglas duane dustin dwight "
    "earl ed eddie edgar eduardo edward edwin eli elijah elliott enrique eric ernest ethan eugene evan "
    "felix fernando francisco frank fred frederick gabriel garrett gary gavin gene george gerald gilbert glen glenn gordon grant greg gregory guillermo gustavo guy "
    "harold harry harvey hector henry herbert herman howard hugh hugo ian isaac ivan jack jackson jacob jaime jake james jamie jared jason javier jay jeff "
    "jefferson jeffrey jeremy jerome jerry jesse jesus jim jimmy joe joel john johnny jon jonathan jordan jorge jose joseph josh joshua juan julian julio justin "
    "karl keith ken kenneth kevin kirk kurt kyle lance larry lawrence lee leo leon leonard leroy lewis liam lloyd logan lou louis lucas luis luke "
    "manuel marc marco marcus mario mark marshall martin marvin matt matthew maurice max melvin michael miguel mike mitch mitchell mitt morris "
    "nathan nathaniel neal neil nelson newt nicholas nick noah norman oliver omar orlando oscar otto owen pablo pat patrick paul pedro perry pete peter phil philip phillip preston "
    "rafael ralph ramon randall randy raul ray raymond reginald rene ricardo richard rick ricky rob robert roberto rodney roger roland roman ron ronald ross roy ruben rudy russell ryan "
    "salvador sam samuel saul scott sean sergio seth shane shawn sheldon sherman sidney simon spencer stan stanley stephen steve steven stewart stuart "
    "ted terrence terry theodore thomas tim timothy todd tom tommy tony travis trevor tyler victor vincent vernon wade wallace walter warren wayne wesley will william willie xavier zachary".split()
)
FEMALE_NAMES = frozenset(
    "abigail adriana agnes alexandra alice alicia alison allison alma amanda amber amelia amy ana andrea angela angelica anita ann anna anne annette annie april ashley audrey ava avideh "
    "barbara beatrice becky belinda bernice beth bethany betty beverly bonnie brenda brianna bridget brittany brooke camila camille candace carla carmen carol carole caroline carolyn carrie cassandra "
    "catherine cathy cecilia celia charlene charlotte chelsea cheryl chloe christina christine christy cindy claire clara claudia colleen connie consuelo crystal cynthia "
    "daisy dana danielle dawn deanna debbie deborah debra delores denise diana diane dianne dolores donna dora doris dorothy edith eileen elaine eleanor elena elisa elise elizabeth ella ellen elsie emily emma erica erin esther ethel eva evelyn "
    "felicia florence frances gabriela gail geraldine gina gladys glenda gloria grace guadalupe gwen hannah harriet hazel heather heidi helen hilary hillary holly hope "
    "ida irene iris irma isabel isabella ivy jackie jacqueline jane janet janice jasmine jean jeanette jeanne jenna jennifer jenny jessica jill jo joan joann joanna joanne jocelyn josephine joy joyce juanita judith judy julia juliana julie june "
    "karen karla kate katherine kathleen kathryn kathy katie katrina kay kayla kelly kendra kim kimberly kirsten kirstjen kristen kristin kristina laura lauren laurie leah lena leslie leticia lillian lily linda lindsay lisa lois lorena loretta lori lorraine louise lucia lucille lucy luz lydia lynn "
    "mabel madeline madison mandy marcia margaret margarita maria marian marie marilyn marisa marisol marjorie marlene marta martha mary maureen maxine maya megan melanie melissa mercedes meredith michele michelle mildred mindy miriam molly mona monica muriel myra "
    "nadia nancy naomi natalie natasha nellie nicole nina nora norma olga olivia paige pam pamela patricia patsy patty paula pauline pearl peggy penny phyllis priscilla rachel ramona raquel rebecca regina renee rhonda rita roberta robin robyn rosa rosalie rose rosemary roxanne ruby ruth "
    "sabrina sadie sally samantha sandra sandy sara sarah shannon sharon sheila shelby shelley shelly sherri sherry shirley silvia sofia sonia sonya sophia sophie stacey stacy stella stephanie sue summer susan susana susie suzanne sylvia "
    "tamara tammy tanya tara tasha teresa teri terri thelma theresa tiffany tina toni tracy valerie vanessa vera veronica vicki vicky victoria viola violet virginia vivian wanda wendy whitney wilma yesenia yolanda yvette yvonne zoe".split()
)
BODY_NOUNS = frozenset(
    "administration agency association authority board branch bureau campaign caucus center centre church city coalition college commission committee company congress "
    "corporation council county court department district division firm force foundation government group house institute institution jail league legislature ministry "
    "municipality network newspaper office organisation organization outlet panel party police state senate site station system team think-tank town tribunal union university village white".split()
)
DOCUMENT_NOUNS = frozenset(
    "act advisory affidavit agreement amendment analysis announcement article audit bill book brief bulletin column complaint constitution data document editorial email e-mail "
    "figures filing findings guidance guideline guidelines headline indictment law lawsuit ledger legislation letter list magazine measure memo memorandum motion notice numbers opinion order ordinance page paper "
    "petition policy poll polls post press proposal proposition record records release report research resolution ruling rule statement statistics statute story studies study suit survey testimony text transcript tweet "
    "verdict video website".split()
)
GROUP_NOUNS = frozenset({"people", "police", "public", "community", "crowd", "family", "majority", "couple", "staff", "public", "left", "right", "media", "base", "dozens", "hundreds", "thousands", "most", "half", "percent", "%"})
TITLES = frozenset(
    "president governor mayor senator representative congressman congresswoman sheriff chief commissioner attorney secretary director judge justice councilman councilwoman councilor councillor "
    "councilmember supervisor prosecutor lawyer spokesman spokeswoman spokesperson chairman chairwoman chair chairperson speaker leader superintendent professor officer deputy sergeant captain lieutenant "
    "administrator manager executive ceo founder pastor reverend bishop cardinal archbishop priest rabbi lawmaker legislator candidate nominee pollster strategist analyst researcher author writer "
    "columnist reporter journalist activist advocate organizer organiser owner farmer teacher student resident mother father man woman widow brother sister son daughter agent official magistrate "
    "clerk treasurer ombudsman selectman selectwoman alderman alderwoman assemblyman assemblywoman delegate aide adviser advisor counsel solicitor president-elect premier minister chancellor republican democrat".split()
)
SHORT_TITLES = {
    "gov.": "governor", "sen.": "senator", "rep.": "representative", "atty.": "attorney", "lt.": "lieutenant", "sgt.": "sergeant", "capt.": "captain",
    "supt.": "superintendent", "prof.": "professor", "rev.": "reverend", "pres.": "president", "dr.": "doctor", "del.": "delegate", "sec.": "secretary",
}
