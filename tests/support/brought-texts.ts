/** Texts as learners bring them in, and as nobody should. */

/** Every way in which a page makes its reader's browser ask somebody for something. `$HOST` counts who asks. */
export const HOSTILE_PAGE = `<!doctype html>
<html lang="en"><head>
<meta charset="utf-8">
<title>The water cycle</title>
<base href="$HOST/base/">
<meta http-equiv="refresh" content="0; url=$HOST/refresh">
<link rel="stylesheet" href="$HOST/style.css"><link rel="icon" href="$HOST/icon.png">
<link rel="preload" as="image" href="$HOST/preload.png"><link rel="prefetch" href="$HOST/prefetch">
<link rel="preconnect" href="$HOST"><link rel="dns-prefetch" href="$HOST">
<style>@import url("$HOST/import.css"); @font-face { font-family: spy; src: url($HOST/font.woff2) } p { background: url($HOST/paint.png); font-family: spy }</style>
<script src="$HOST/script.js"></script>
<script>document.documentElement.dataset.ran = 'yes'; fetch('$HOST/fetch'); new Image().src = '$HOST/image-object';</script>
<script type="module">import '$HOST/module.js';</script>
<script type="speculationrules">{"prefetch": [{"source": "list", "urls": ["$HOST/speculation"]}]}</script>
</head><body onload="fetch('$HOST/onload')">
<img src="$HOST/image.png" srcset="$HOST/image-2x.png 2x" onerror="fetch('$HOST/onerror')">
<picture><source srcset="$HOST/source.webp"><img src="$HOST/picture.png"></picture>
<iframe src="$HOST/frame"></iframe><iframe srcdoc="<script>parent.fetch('$HOST/srcdoc')</script>"></iframe>
<object data="$HOST/object"></object><embed src="$HOST/embed">
<video src="$HOST/video.mp4" poster="$HOST/poster.png" autoplay></video><audio src="$HOST/audio.mp3" autoplay></audio>
<svg><image href="$HOST/svg.png"/><use href="$HOST/use.svg#a"/><script>fetch('$HOST/svg-script')</script></svg>
<input type="image" src="$HOST/button.png" autofocus onfocus="fetch('$HOST/focus')">
<details open ontoggle="fetch('$HOST/toggle')"><summary>More</summary></details>
<form action="$HOST/form"><button>Send</button></form>
<article>
<h1>The water cycle</h1>
<p style="background-image: url($HOST/inline.png)">Evaporation turns liquid water from oceans and lakes into water vapour, which rises into the atmosphere because warm air is lighter than cold air.</p>
<p>Condensation gathers water vapour into tiny droplets around dust, and many millions of these droplets together make up a single cloud that we can see.</p>
<p style="display: none">This paragraph is hidden from every reader and must not be learned from by anybody.</p>
<p>Precipitation returns the water to the ground as rain, snow or hail, and rivers finally carry most of it back to the oceans where evaporation begins again.</p>
<p>My key is sk-proj-Zq8vT3mNc7RwXy2LbKd9Hf4Jg6Ps1AeUoViBtWnMxCzQrYkEpD and nobody else should ever see it in a list of passages.</p>
</article>
</body></html>`;

/** A text with all that Markdown writes. */
export const MARKDOWN_TEXT = `---
title: Notes on sorting
---
# Notes on sorting

Merge sort divides a list into two halves, sorts each of them, and merges the sorted halves into one list again.

## Cost

A list of $n$ items costs $n \\log n$ comparisons in the worst case, while insertion sort costs far more than that.

$$T(n) = 2\\,T(n/2) + n$$

> Sorting is the one thing that every programmer has written at least once in a lifetime.

- Merge sort is stable, which means that equal items keep their order.
- Heap sort needs no further memory beyond the list itself.

| Algorithm | Worst case |
| --- | --- |
| Merge sort | linearithmic comparisons |
| Insertion sort | quadratic comparisons |

\`\`\`python
def merge(left, right):
    return sorted(left + right)
\`\`\`

It costs $5 and $6 at the shop around the corner, which is no formula at all.
`;
