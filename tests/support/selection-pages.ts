const HEAD =
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">';

/** Pages to select in, by path. */
export const SELECTION_PAGES: Readonly<Record<string, string>> = {
  '/heat.html': `${HEAD}<title>Heat and work</title>
    <nav><h2>Contents</h2><a href="#">Heat</a></nav>
    <h1>Thermodynamics</h1>
    <p>Bodies that touch come to one temperature, says the zeroth law.</p>
    <h2>Heat<a href="#heat">¶</a></h2>
    <p id="first">Heat flows from the <b>warm</b> body to the cold body, never back.</p>
    <p>The change of entropy is <math><semantics><mrow><mi>dS</mi><mo>=</mo><mi>δQ</mi><mo>/</mo><mi>T</mi></mrow><annotation encoding="application/x-tex">dS = \\delta Q / T</annotation></semantics></math> for a reversible step.</p>
    <pre id="code"><code>def entropy(heat, temperature):
    return heat / temperature</code></pre>
    <h2>Work</h2>
    <p id="last">Work is energy in transit, as heat itself is, and both can be measured.</p>`,
  '/frames.html': `${HEAD}<title>A course in frames</title><h1>Unit 3</h1>
    <iframe src="/inner.html" width="600" height="300"></iframe>
    <div id="host"></div>
    <script>
      document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML =
        '<p>Boltzmann counted the states of a gas.</p>';
    </script>`,
  '/inner.html': `${HEAD}<title>Inner</title><h2>The second law</h2>
    <p>The entropy of the universe tends to a maximum, said Clausius.</p>`,
  '/foreign.html': `${HEAD}<title>A page around another site</title><h1>Unit 4</h1>
    <script>
      const frame = document.createElement('iframe');
      frame.src = location.origin.replace('course.test', 'elsewhere.test') + '/inner.html';
      frame.width = 600;
      frame.height = 300;
      document.body.append(frame);
    </script>`,
  '/controls.html': `${HEAD}<title>Controls</title><h1>Notes</h1><p id="word">Entropy</p>
    <input value="A sentence of my own that nobody should keep.">
    <div id="editable" contenteditable="true">A longer text that the learner is writing just now.</div>
    <div class="monaco-editor"><div id="editor">A program that the learner is writing in an editor just now.</div></div>
    <aside id="around"><span>Note</span><div contenteditable="true">A draft that is written in an aside.</div></aside>`,
  '/login.html': `${HEAD}<title>Sign in</title><p>Your balance is shown here after you have signed in to the bank.</p>
    <form><input type="password"></form>`,
  '/chinese.html': `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>熵</title><h1>热力学</h1>
    <p>熵增原理指出，孤立系统的熵永不减少。</p>
    <script>addEventListener('keydown', ({ key }) => { document.title = 'heard ' + key; });</script>`,
};
