/**
 * Source shared by the scripts of a pack's page and of the phone page: a short notice, and copying that works without a
 * secure context, too; where it is refused, the text is left selected for the user to copy.
 */
export const copyTools = `  var timer = 0;
  function say(name) {
    var box = document.getElementById('say');
    var from = document.getElementById(name);
    if (!box || !from) return;
    box.textContent = '';
    box.appendChild(from.cloneNode(true)).removeAttribute('id');
    box.classList.add('show');
    clearTimeout(timer);
    timer = setTimeout(function () { box.classList.remove('show'); }, 2600);
  }

  function select(node) {
    var range = document.createRange();
    range.selectNodeContents(node);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  function copyOldWay(text) {
    var box = document.createElement('textarea');
    box.value = text;
    box.setAttribute('readonly', '');
    box.style.position = 'fixed';
    box.style.top = '0';
    box.style.opacity = '0';
    document.body.appendChild(box);
    box.select();
    box.setSelectionRange(0, text.length);
    var ok = false;
    try { ok = document.execCommand('copy'); } catch (error) { ok = false; }
    document.body.removeChild(box);
    return ok;
  }

  function copy(node, done) {
    var text = node.textContent;
    function fallBack() {
      var copied = copyOldWay(text);
      if (!copied) node.hidden = false;
      if (!node.hidden) select(node);
      say(copied ? done : 'say-failed');
    }
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(function () { say(done); }, fallBack);
    } else fallBack();
  }
`;
