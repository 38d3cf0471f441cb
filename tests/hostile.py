"""Strings that would run something in a page, if anything let them: `STRINGS`. What runs counts itself in `top.ran`.

Gathered from what is commonly known: events of elements, addresses with a scheme, styles, frames, forms, SVG and MathML,
tags that are never closed, escapes, and what Markdown makes of brackets.
"""

from itertools import chain

RUN = "top.ran=(top.ran||0)+1"
CODE = "".join(f"&#{ord(sign)};" for sign in RUN)
LISTENER = "http://127.0.0.1:{port}/seen"
"""Where strings of `CALLS` would tell that a page was read."""

EVENTS = {
    "error": (
        "<img src=x {on}>",
        "<img/src=x/{on}>",
        "<video src=x {on}></video>",
        "<audio src=x {on}></audio>",
        "<script src=x {on}></script>",
        "<link rel=stylesheet href=x {on}>",
        "<object data=x {on}></object>",
        "<embed src=x: {on}>",
        "<input type=image src=x {on}>",
        "<svg><image href=x {on}></svg>",
        "<video><source src=x {on}></video>",
        "<picture><source srcset=y><img src=x {on}></picture>",
        "<image src=x {on}>",
        "<img srcset=x {on}>",
    ),
    "load": (
        "<svg {on}>",
        "<svg><g {on}></g></svg>",
        "<body {on}>",
        "<iframe {on}></iframe>",
        "<iframe src=about:blank {on}></iframe>",
        "<img src=data:image/gif;base64,R0lGODlhAQABAAAAACw= {on}>",
        "<style {on}></style>",
        "<frameset {on}>",
        "<svg><style {on}></style></svg>",
        "<link rel=stylesheet href=data:text/css, {on}>",
    ),
    "focus": (
        "<input autofocus {on}>",
        "<textarea autofocus {on}></textarea>",
        "<select autofocus {on}></select>",
        "<button autofocus {on}>x</button>",
        "<a href=# autofocus {on}>x</a>",
        "<details open autofocus {on}>",
        "<div contenteditable autofocus {on}>x</div>",
        "<p tabindex=0 autofocus {on}>x</p>",
        "<summary autofocus tabindex=0 {on}>x</summary>",
    ),
    "toggle": ("<details open {on}>x</details>", "<details ontoggle=x open {on}><summary>x</summary></details>"),
    "begin": (
        "<svg><animate attributeName=x dur=1s {on}></svg>",
        "<svg><set attributeName=x to=y {on}></svg>",
        "<svg><animateTransform attributeName=transform dur=1s {on}></svg>",
    ),
    "loadstart": (
        "<video src=x {on}></video>",
        "<audio src=data:, {on}></audio>",
        "<video {on}><source src=x></video>",
    ),
    "animationstart": ("<style>@keyframes k{{}}</style><p style='animation:k 1s' {on}>x</p>",),
    "resize": ("<body {on}>",),
    "pageshow": ("<body {on}>",),
    "scroll": ("<body {on}><input autofocus>",),
    "cuechange": ("<video><track default src=data:text/vtt, {on}></video>",),
}
WAYS = ('on{event}="{run}"', "on{event}='{run}'", "on{event}={code}", "ON{EVENT}={run}", "on{event} = {run}//")
"""How an event is written in a tag."""

SCRIPTS = (
    "<script>{run}</script>",
    "<SCRIPT>{run}</SCRIPT>",
    "<script >{run}</script >",
    "<script type=module>{run}</script>",
    "<script src=data:text/javascript,{run}></script>",
    "<script src='data:text/javascript;base64,dG9wLnJhbj0odG9wLnJhbnx8MCkrMQ=='></script>",
    "<scr<script>ipt>{run}</scr</script>ipt>",
    "</title><script>{run}</script>",
    "</textarea><script>{run}</script>",
    "--><script>{run}</script>",
    "<!--><script>{run}</script>-->",
    "<![CDATA[<script>{run}</script>]]>",
    "</article></main><script>{run}</script>",
    "</script><script>{run}</script>",
    '"><script>{run}</script>',
    "'><script>{run}</script>",
    "`><script>{run}</script>",
    "<noscript><p title='</noscript><script>{run}</script>'>",
    "<style><a title='</style><script>{run}</script>'>",
    "<template><script>{run}</script></template><script>{run}</script>",
    "<svg><script>{run}</script></svg>",
    "<svg><script href=data:text/javascript,{run} /></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror={run}&gt;'>",
    "<xmp><p title='</xmp><script>{run}</script>'>",
    "<plaintext></plaintext><script>{run}</script>",
    "<script\n>{run}</script>",
    "<script/x>{run}</script>",
    "<iframe srcdoc='<script>{run}</script>'></iframe>",
    "<iframe srcdoc='&lt;img src=x onerror={run}&gt;'></iframe>",
    '<iframe src="javascript:{run}"></iframe>',
    "<iframe src='data:text/html,<script>{run}</script>'></iframe>",
    '<object data="javascript:{run}"></object>',
    '<embed src="javascript:{run}">',
    "<meta http-equiv=refresh content='0;url=javascript:{run}'>",
    "<base href='javascript:{run}//'>",
    "<form action='javascript:{run}'><input type=submit autofocus></form>",
    "<svg><use href='data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><image href=1 onerror={run} /></svg>#x'></svg>",
    "<link rel=import href='data:text/html,<script>{run}</script>'>",
    "<isindex action=javascript:{run} type=submit>",
    "<p style='behavior:url(#x);width:expression({run})'>x</p>",
    "<portal src='javascript:{run}'></portal>",
    "<marquee onstart='{run}'>x</marquee>",
    "<x onclick={run} id=y tabindex=0 autofocus onfocus={run}>y</x>",
    "{run}",
)
MARKDOWN = (
    "[x](javascript:{run})",
    "[x]( javascript:{run})",
    "[x](<javascript:{run}>)",
    "[x](JaVaScRiPt:{run})",
    "[x](java\tscript:{run})",
    "[x](data:text/html,<script>{run}</script>)",
    "[x](vbscript:{run})",
    "![x](javascript:{run})",
    '![x](x "onerror={run}")',
    '![x" onerror="{run}](x)',
    "[x]: javascript:{run}\n\n[x]",
    "<javascript:{run}>",
    "`<script>{run}</script>`",
    "    <script>{run}</script>",
    "~~~\n</code></pre><script>{run}</script>\n~~~",
    "| <script>{run}</script> |\n|---|\n| <img src=x onerror={run}> |",
    "# <svg onload={run}>",
    "> <img src=x onerror={run}>",
    "1. <details open ontoggle={run}>",
    "*[x]: <script>{run}</script>",
    "a\n: <img src=x onerror={run}>",
    "<p>\n\n<script>{run}</script>\n\n</p>",
    "<div markdown=1>\n<script>{run}</script>\n</div>",
    '[x](https://example.org/"onmouseover="{run})',
    "&lt;script&gt;{run}&lt;/script&gt;",
    "\\<script\\>{run}\\</script\\>",
    "{{{{ {run} }}}}",
    "{{% raw %}}<script>{run}</script>{{% endraw %}}",
)
CALLS = (
    "<img src={there}>",
    "<img srcset='{there} 2x'>",
    "<link rel=stylesheet href={there}>",
    "<link rel=prefetch href={there}>",
    "<link rel=preload as=image href={there}>",
    "<link rel=icon href={there}>",
    "<link rel=modulepreload href={there}>",
    "<link rel=manifest href={there}>",
    "<script src={there}></script>",
    "<iframe src={there}></iframe>",
    "<object data={there}></object>",
    "<embed src={there}>",
    "<video src={there} poster={there} autoplay></video>",
    "<audio src={there} autoplay></audio>",
    "<video><track default src={there}></video>",
    "<input type=image src={there}>",
    "<svg><image href={there} /></svg>",
    "<svg><use href={there}#x /></svg>",
    "<style>@import '{there}';</style>",
    "<style>body{{background:url({there})}}</style>",
    "<p style='background:url({there})'>x</p>",
    "<table background={there}><tr><td>x</table>",
    "<body background={there}>",
    "<meta http-equiv=refresh content='0;url={there}'>",
    "<base href={there}/><img src=a>",
    "<form action={there} id=f><input autofocus onfocus=f.submit()></form>",
    "<a href={there} ping={there} autofocus>x</a>",
    "![x]({there})",
    "<img src=//127.0.0.1:{port}/seen>",
    "<picture><source srcset={there}><img></picture>",
)


def _events() -> list[str]:
    found = []
    for event, tags in EVENTS.items():
        for number, tag in enumerate(tags):
            for way in (WAYS[number % len(WAYS)], WAYS[(number + 2) % len(WAYS)], WAYS[(number + 3) % len(WAYS)]):
                on = way.format(event=event, EVENT=event.upper(), run=RUN, code=CODE)
                found.append(tag.format(on=on))
    return found


STRINGS = tuple(
    dict.fromkeys(
        chain(_events(), (text.format(run=RUN) for text in SCRIPTS), (text.format(run=RUN) for text in MARKDOWN))
    )
)


def calls(port: int) -> tuple[str, ...]:
    """Strings that would ask a listener on this machine for something."""
    return tuple(text.format(there=LISTENER.format(port=port), port=port) for text in CALLS)
