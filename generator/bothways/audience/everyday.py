"""Words that are names and something else too. A name among these counts only where it is written with a capital.

Every other word of a name counts in any case: to take out a word too many does less harm than one too few.
"""

_NAMES = frozenset(
    """
    abbey abbot able ace acre amber angel apple april archer arch art ash aspen august autumn bacon bailey baker bald
    ball banks bank barber barker barley baron basil bass bay beach bean bear beck bee bell berry best bill bird bishop
    black blade blaze bliss bloom blue bolt bond booker booth bow bowler bowman boy brand brandy bridge bright brook
    brooks brown buck bud bull burns burn bush butcher butler candy cane car carol carpenter carter case cash castle
    chance chandler chase chester chip christian church clay clerk cliff close clove coal coast cole colt con constant
    cook cooper coral corn cotton court cousin cox crane crew crisp cross crow crystal curry cutter cutting daisy dale
    dancer dark dash dawn day deacon deal dean dear dell desert destiny diamond diner dot dove draper draw drew drake
    driver duke dusk earl earnest east ebony eden ellis emerald english eve even ever faith fallow farmer farm farrow
    fast fawn fay fern ferry field fields finch fin fish fisher flag fleet fletcher flint flood flora flower flowers
    ford forest forester fort foster fox frank fraser free freed freeman french frost fuller gale game garden gardener
    garland garnet gay gem gene german gill ginger glass glen glory glover gold golden good goodman grace grain grand
    grant gray green grey grove guest guy hail hale hall ham hand handy happy hard hardy hare hart harp harper harvest
    haven hawk hay hazel head heath heather heaven herb hill hills hobby hold holiday holly hollow home honey hood hook
    hope hopper horn hound house hull hunt hunter hurst ice image iris iron ivory ivy jack jade jasmine jasper jay jet
    jewel job jolly joy june junior juniper just justice keen kind king kit kitchen knight lace lad lake lamb lance
    land landing lane large lark lass laurel lavender law lawn leaf lean lee less light lily lime linden line link lion
    little lock lodge long lord love low luck lucky lush mace major man mane maple march marine mark market marsh
    marshal martial mason mat mate matter max may mayor mead meadow melody mercy merry mild mile miles mill miller mills
    mint miracle misty mister monk moon moor moore more moss mount myrtle nail nation neat new newcomer newton nick
    night noble noon north nurse oak ocean olive opal orchard otter owl page paint painter palm parish park parker parks
    parson pat patience patron paw pay peace peach peacock peak pear pearl penny pepper pepper perk petal phoenix pick
    piece pierce pike pine piper pitt place plank plum pole pond pony pool poor pope poppy porter post pot potter pound
    power precious press price pride prime prince princess prior prosper proud prudence purple quick quill quince rain
    ramble ranger ray read reader reading real red reed reeve regal rein rice rich ridge ring rip rise rivers river road
    rob robin rock rod roe root rope rose rosemary rough round row rowan royal ruby rudder rue rush rust ryder sable
    saddle saffron sage sailor saint sale salmon salt sand sands sandy savage saver sawyer school scout sea seal season
    self senior serene sergeant service shade shadow shame shark sharp shaw shell shepherd sherry shine shoemaker shore
    short shy sierra silver singer sister sky slate small smart smith snow sole song south spark sparks sparrow speaker
    spear spence spice spring spruce squire stable star stark starling steel steele sterling stone storm story stout
    strand strange street strong style sue sugar summer summers sun sunny swan sweet swift sword tailor tanner tasker
    teal teller temple tender terrace thatcher thorn thyme tiger till tiller timber tin tiny todd toll tracer trace
    trainer travers treasure tree trinity trip troy true trust tucker turner twist umber urban usher vale valentine
    valley van vane velvet venture vera verse victor victory village vine vines viola violet virtue wade walk walker
    wall walls ward ware warm warren water waters watt wave way weaver webb wedge week weekly weeks weir well wells west
    wheat wheel wheeler whistler white wick wild wilder will willow wills wind winds wine winner winter wise wish wolf
    woman wonder wood woodman woods wool word wren wright yard yarrow yeoman york young zest
    aim ally any ask bring call dear deb dot els fan gin got had has her him his how its josh kim let mac mae may mel
    mia mum nan nat new non not now one our out own pam peg per ran rex roy sal say see she sid ted the tim tom too two
    use vic viv was who why yes you zip
    """.split()
)

_OF_EVERY_PAGE = frozenset(
    """
    about above advice again ahead all almost alone along already also always another answer answers anybody
    anything apart around aside away back bad because become been before begin behind below bend beside better
    between beyond both box boxes branch branches brought build busy button came can cannot card cards cases chain
    chair change changed chapter check choice choose clear closed coach coffee column come coming common copy could
    count course courses cover cut date days december decide did different difficult direction done double down
    draft drinks due each earlier early easy eat eight either empty end enough evening every everybody everything
    exact facts fall far fear february file files fill find fine first five flat fold follow for forget form forward
    found four frame fresh friday full funny further future gave gentle gets gift give given gladly goal goals gone
    great grow guess guide half hands have hear heard heart held hello help here hide high history holds host hour
    hours however idea if instead interest interval into itself january join keep keeper keeps kept kinds know knows
    larger last late later lead learn least leave leaves left lets letter letters level life like likely lines list
    listen lists live lives load log longer look looking lose loss lost lot lots lower made main make making matters
    maybe mean means meet member middle mind mine minute minutes missed monday month months mood most move much must
    near nearly need needs neither net never next nine none note notes nothing november number october offer often
    old open order others pack pages pair paper parent part parts past path pause perhaps person plain plan plant
    pocket point print progress prose purpose quarter question questions quite range rank rather reach ready reason
    record rest right role rows rule run safe same saturday search second section sections sector serve session set
    seven several share sheet ship show side sign signs silence simply single sit size social soft some son soon
    sound source space speak square staff start state states stay step steps still stood stop such sum sunday
    support sure surprise tab table talk talks tell text thank thanks there thing things think this those thread
    three tick ticks tie ties time times tip title today together told tools top touch tour track trial trouble try
    turn twelve twenty type under unit until upper value values voice wait want wants web welcome went were when
    while whole whom whose wide width window within without words work write year years yesterday
    """.split()
)
"""Words of our own pages: somebody may well be called Coach, Guide or Day."""

EVERYDAY = _NAMES | _OF_EVERY_PAGE

SMALL_WORDS = frozenset(
    """
    a af al am an and at av bin bint abu ibn ben da das dal de del della den der des di do dos du e el from het i im in
    la las le les los lo mac mc my of on op our o s san santa st ta te ten ter the their to tot u und van vd vom von
    with y your zu zum zur her his
    """.split()
)
"""Words inside a name that name nobody: `de`, `van der`, and what people add: `Sarah from the choir`."""

AFTER_NAMES = frozenset("jr sr ii iii iv phd md mba bsc msc obe mbe cbe esq qc kc rn cpa".split())
"""What may stand after a name."""

GENERAL = frozenset(
    """
    academy agency airport and architects arts associates association bakery bank bar bistro board books borough
    brothers building bureau business cafe canteen care catering centre center chamber charity charities city clinic
    club co college committee community company consulting contracts cooperative corporation council county dairy data
    daughters department design development digital district education electric energy engineering enterprise estate
    events factory family farms federation finance food foods forum foundation fruit fund furniture garage general
    global government group growers guild health holdings homes hospice hospital hotel housing inc industries
    inn institute insurance international investments joinery kitchens laboratory laboratories labs library limited
    logistics ltd magazine management manufacturing market meals media medical ministry motors museum national network
    newspaper nursery nurses office offices organisation partners partnership pharmacy plc practice press primary
    printing productions products project properties public publishing pub radio railway research restaurant retail
    room rooms rowing royal schools secondary services shop shops sister sisters society software solicitors solutions
    sons stores studio studios supermarket surgery systems tea team tech technologies technology theatre therapy
    trading training transport travel trust union united university ventures water works workshop world
    """.split()
)
"""Words of a place's name that say what it is, and not which."""
