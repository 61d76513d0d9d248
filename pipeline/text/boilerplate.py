"""Lines that belong to the page rather than the article: navigation, links, sign-ups, rights, notices."""

import re

# Whole lines (small letters, marks at the edges taken off).
LABELS = frozenset(
    """advertisement|advertisements|ad|print|share|email|e-mail|tweet|facebook|twitter|pinterest|reddit|
whatsapp|linkedin|instagram|youtube|flipboard|comments|comment|leave a comment|view comments|show comments|
post a comment|read more|more|see more|load more|show more|see also|related|related stories|related story|
related articles|related article|related content|related topics|related news|related coverage|related links|
related video|related videos|related items|recommended|recommended stories|recommended for you|
recommended reading|you may also like|you might also like|you might like|more stories|more news|more coverage|
more on this story|more on this topic|most read|most popular|most viewed|most shared|most recent|popular|
popular stories|trending|trending now|trending stories|top stories|latest news|latest|latest stories|
latest headlines|newsletter|newsletters|newsletter sign-up|newsletter signup|sign up|subscribe|subscribe now|
subscribe today|log in|login|sign in|register|story continued below|story continues below|loading|
story continues below advertisement|article continues below|article continues below advertisement|
article continues after advertisement|article continues after sponsor message|continue reading|
continue reading below|continue reading the main story|continue reading main story|skip advertisement|sponsored|
sponsored content|sponsor message|sponsored by|promoted|promoted stories|paid content|paid post|watch live|
watch now|play video|play|pause|mute|replay|autoplay|video player|live updates|share this|share this article|
share this story|share this page|share on facebook|share on twitter|share via email|click to share|save|
save article|print this|print this article|print article|email this article|email article|text size|font size|
reprints|order reprints|today's paper|slideshow|photo gallery|gallery|view gallery|view slideshow|image gallery|
infographic|tags|tag|topics|topic|filed under|categories|category|back to top|top|next|previous|
next article|previous article|next story|home|homepage|menu|search|skip to content|skip to main content|
contact us|about us|about|terms of use|terms of service|privacy policy|privacy|all rights reserved|
supported by|donate|donate now|support us|report a typo|report an error|suggest a correction|transcript|
listen|listen to this article|audio|download|embed|copy link|link copied|copied|expand|close|open|
what to read next|up next|now playing|must watch|must read|just watched|don't miss|editors' picks|
editor's picks|editor's choice|staff picks|in case you missed it|also on huffpost|before you go|
around the web|from around the web|elsewhere on the web|from our partners|partner content|
view the discussion thread|join the conversation|join the discussion|add a comment|conversation|
your comments|discuss|feedback|give feedback|have feedback|advertise|advertise with us|jobs|weather|sports|
politics|opinion|opinions|editorial|editorials|commentary|columnists|columnist|letters|op-ed|world|nation|
national|national news|local|local news|news|u.s|us|u.s. news|us news|immigration|crime|business|
entertainment|lifestyle|health|tech|technology|media|analysis|analysis/opinion|breaking news|exclusive|
fact check|metro|state|california|texas|regional|editor's note|breaking|live|updated|photos|photo|videos|
video|credit|image|images|hide caption|toggle caption|getty|follow us|like us on facebook|get the app|
download the app|see the full list|full list|thank you|thanks|x|fb|ok|cancel|submit|yes|no""".replace(
        "\n", ""
    ).split("|")
)
# Words that open a line of this kind; the dearer ones need more to be sure.
OPENING = re.compile(
    r"""(?:read|see|watch|listen|view|click|tap)\ (?:more|also|next|here|now|below|on|all|full|the\ full)\b
    |(?:also\ (?:read|see|watch|on)|read|related|related\ (?:story|stories|articles?|links?|news|coverage|video)
        |see\ also|more|watch|video|listen|photos?\ gallery|gallery|recommended|sponsored|tags|topics|filed\ under
        |trending|in\ case\ you\ missed\ it|icymi|don[’']t\ miss|up\ next|what\ to\ read\ next|explore|poll|live
        |must[\s-](?:read|watch|see)|interactive|graphic|map|document|podcast|newsletter|quiz|opinion)
        \s?[:»>|]
    |more\ (?:from|on|about|in|at)\ .{2,80}$
    |read\ (?:the\ )?(?:lawsuit|complaint|ruling|order|decision|letter|memo|document|report|rest|story
        |article|transcript|original|statement|opinion|bill|brief)s?\b
    |(?:read\ or\ )?share\ this\ (?:story|article|post)\b
    |(?:please\ )?(?:sign\ up|subscribe|register|log\ in|sign\ in)\b
    |signing\ up\b|by\ (?:signing\ up|subscribing|clicking|submitting|registering|entering|providing)\b
    |you\ can\ unsubscribe|unsubscribe\b|no\ thanks\b|thanks?(?:\ you)?\ for\ (?:signing|subscribing|reading)
    |get\ .{0,60}(?:newsletter|inbox|alerts?|delivered|emails?|app\b|headlines|straight\ to|daily\ brief)
    |(?:receive|join)\ .{0,60}(?:newsletter|inbox|mailing\ list|subscribers|readers|discussion|conversation)
    |breaking\ news\ (?:alerts?|emails?)|(?:daily|weekly|morning|email|politics)\ (?:newsletter|briefing|digest)
    |newsletters?\b.{0,40}(?:sign|subscribe|inbox|delivered)|let\ our\ news\ meet
    |missing\ out\ on\ the\ latest|never\ miss|stay\ (?:informed|up\ to\ date|connected|in\ the\ know)\b
    |(?:please\ )?(?:like|follow|find|join|connect\ with|visit|friend)\ (?:us|the\ \w+|\w+\ news)\b
        .{0,60}(?:facebook|twitter|instagram|youtube|online|@|www|\.com)
    |download\ .{0,60}\bapp\b|install\ .{0,40}\bapp\b|available\ on\ (?:itunes|the\ app)
    |(?:copyright\b|©|\(c\)\s?(?:19|20)\d\d|\(c\)\ copyright)
    |all\ rights\ reserved|this\ material\ may\ not\ be|no\ part\ of\ this|reprinted\ (?:with|by)\ permission
    |(?:for|to)\ (?:reprint|licensing|syndication|reprints|permission|copyright|subscribe|read\ more|comment
        |submit|learn\ more|find\ out\ more|donate|sign\ up|unsubscribe|view\ this)\b
    |for\ more\ (?:information|on|news|stories|from|coverage|details)\b
    |content\ created\ by|this\ (?:content|article|story|post|piece|column|op-ed)\ (?:is|was|has\ been|may|has|first
        |originally)\ (?:been\ )?(?:first|originally|updated|corrected|published|republished|available|part|adapted
        |excerpted|produced|developing|protected|appeared|is|reprinted|provided|written|shared|edited|copyright)
    |this\ (?:is\ a\ )?(?:developing|breaking)\ (?:news\ )?story|check\ back\ (?:for|with|here)
    |(?:an\ )?earlier\ versions?\ of\ this|updated?\ (?:with|to|throughout)\b
    |(?:corrections?|clarifications?)\s?(?:[:(—–]|.{0,12}$)|editors?[’']?s?\ note\b|disclaimer\b|disclosure\s?:|note\ to\ readers
    |(?:the\ )?(?:opinions?|views?)(?:\ and\ (?:opinions?|views?))?\ (?:expressed|in\ this|of\ the\ author|stated|contained)
    |(?:opinions|views)\ expressed|statements\ and\ opinions
    |(?:story|article)\ continue[sd]\b|just\ watched\b|(?:article|story)\ continues
    |(?:have|got|want|looking|interested|like\ what|love|enjoy|enjoyed|like|hungry)\b.{0,60}\?\ *(?:send|sign|get|read|click
        |subscribe|email|e-mail|contact|let|tell|want|check|here|we|try|share|support|follow|join|visit|write)
    |(?:have|got)\ (?:a\ )?(?:feedback|(?:news\ |confidential\ )?tips?|questions?|comments?|something\ to\ say|an\ opinion)\b
    |send\ (?:us|your|a|in|tips|news|comments|letters|feedback)\b|submit\ (?:a|your)\b|tell\ us\b|let\ us\ know\b
    |we\ (?:want\ to\ hear\ (?:from\ you|what)|welcome\ (?:your|comments|letters)|[’']d\ love\ to\ hear|encourage\ (?:you|readers))
    |(?:please\ )?(?:enable|disable|turn\ (?:on|off)|upgrade)\ .{0,40}(?:javascript|ad\ ?blocker|cookies|browser)
    |(?:please\ )?(?:support|consider\ (?:supporting|donating|making|becoming))\ .{0,50}(?:journalism|newsroom|reporting
        |donation|contribution|member|today|work)
    |become\ an?\ .{0,30}(?:member|subscriber|supporter|patron|insider)|help\ (?:us|support|keep)\b.{0,60}(?:journalism|news|free)
    |your\ (?:support|donation|contribution|subscription|email\ address)\b|make\ a\ (?:tax-deductible\ )?(?:donation|contribution|gift)
    |join\ the\ (?:conversation|discussion|debate)|view\ the\ discussion|leave\ a\ (?:comment|reply)|comments?\ (?:are|policy|section)\b
    |(?:terms\ of\ (?:use|service)|privacy\ (?:policy|notice)|cookie\ (?:policy|settings))
    |this\ (?:site|website|page|feature|copy|field)\ (?:is|uses|has|may|requires|was)\b|this\ video\ (?:is|has)\ (?:no|un|been)|protected\ by\ recaptcha
    |media\ playback|these\ are\ external\ links|something\ to\ consider|now\ watch\b|real\ life\.\ real\ news
    |newyou\ can|fox\ news\ flash|our\ standards|the\ thomson\ reuters\ trust|learn\ more\b.{0,60}$|find\ out\ more\b
    |before\ it[’']s\ here|(?:advertisement|sponsored)\b.{0,60}$|supported\ by\b.{0,40}$|continue\ reading\b
    |(?:you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested|enjoy)|recommended\ (?:for|by|reading))\b
    |(?:the\ big\ idea|first\ person|perspective|the\ conversation|opinion)\ is\ .{0,60}(?:home|section|place)\ for
    |(?:follow|read)\ (?:more|our|all\ of\ our)\ .{0,60}(?:coverage|stories|reporting|updates)?
    |access\ to\ .{0,60}(?:subscribers|subscription)|(?:\d+\ )?(?:comments?|shares?|views?|likes?)\s?\d*$
    |\d+\s(?:of|/)\s\d+\b.{0,20}$|slideshow\s?\(|image\ \d+\ of\ \d+|photos?:\ \d+|hide\ caption|most\ (?:read|popular)\b.{0,30}$
    |(?:you\ are|you[’']re)\ (?:reading|viewing|signed)|you\ have\ (?:\d+|no|reached)\ .{0,40}(?:articles?|limit)
    |(?:contact|email|e-mail|write)\ (?:us|the\ (?:editor|newsroom|newsdesk))\b|letters?\ to\ the\ editor\b.{0,60}$
    |today[’']s\ (?:headlines|top|paper|must)|(?:last\ slide|next\ slide|show\ (?:thumbnails|captions)|autoplay)\b
    |chat\ with\ us|text\ .{2,30}\ to\ \d{4,6}|notice\s?:|buy\ (?:now|photo|reprints)|order\ reprints|subscriber\ exclusive
    |share\ your\b|chip\ in\b|more\ .{0,40}\bat\ \S+\.\w{2,}(?:/\S*)?$
    |a\ version\ of\ this\ (?:article|story|op-ed|column|post|piece)|trump\ campaign\ emails
    """,
    re.IGNORECASE | re.VERBOSE,
)
SLUG = re.compile(r"[a-z0-9][a-z0-9'’&-]*(?:[ _-][a-z0-9'’&-]+){1,9}")
FILE = re.compile(r"\S{1,120}\.(?:jpe?g|png|gif|webp|mp4|pdf)", re.IGNORECASE)
ADDRESS = re.compile(
    r"(?:https?://|www\.|pic\.twitter\.com/)\S{1,500}(?:\s(?:https?://|pic\.twitter\.com/)\S{1,300}){0,3}"
)
MARKUP = re.compile(r"</?[a-z][^<>]{0,300}>", re.IGNORECASE)
TAGS = re.compile(r"#\w+(?:[\s,]+#\w+){0,20}")
HEAD = 400  # only so much of a line is looked at
EDGE = " \t:.!»›>…—–-|*[]()<+"


def is_boilerplate(line: str) -> bool:
    """Tell whether a line (without outer white space) is furniture of the page by its own words."""
    bare = line[:HEAD].strip(EDGE).lower().replace("’", "'")
    if bare in LABELS or (len(line) <= HEAD and not bare):
        return True
    # Credits and links in brackets begin with the same words.
    if OPENING.match(line[:HEAD].lstrip("([*»>–—-•· ")):
        return True
    if len(line) > HEAD:
        return False
    return bool(
        is_navigation(line)
        or FILE.fullmatch(line)
        or ADDRESS.fullmatch(line)
        or TAGS.fullmatch(line)
        or MARKUP.fullmatch(line)
        or "rights reserved" in bare
    )


def is_navigation(line: str) -> bool:
    """Tell whether bars, arrows or dots part the line into short links."""
    if len(line) > 300 or line.endswith((".", "?”", '."', ".”")):
        return False
    for sign in (" | ", " • ", " · ", " » ", " > ", " / ", "|", "»"):
        parts = line.split(sign)
        if len(parts) > 1 and (len(parts) > 2 or sign in (" | ", "|")):
            return all(len(part.split()) <= 8 for part in parts)
    return False


def is_slug(line: str) -> bool:
    """Tell whether a line is the name of an image or a list of search words, all in small letters."""
    return len(line) <= 100 and bool(SLUG.fullmatch(line)) and len(line.split()) <= 9
