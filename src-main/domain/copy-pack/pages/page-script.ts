/**
 * The script of both pages. It reads only what the page already shows, builds no markup, and is allowed by its hash in
 * the page's Content-Security-Policy. Written for old WebViews: no syntax after ES2017.
 */
export const pageScript = `
(function () {
  var root = document.documentElement;
  var key = 'taoke-pack:' + root.getAttribute('data-pack');
  var kept = {};
  root.setAttribute('data-script', '');

  function read(name) {
    try { return window.localStorage.getItem(name); } catch (error) { return kept[name] || null; }
  }
  function write(name, value) {
    kept[name] = value;
    try { window.localStorage.setItem(name, value); } catch (error) { root.setAttribute('data-no-storage', ''); }
  }

  var posted = (read(key) || '').split(',').filter(Boolean);
  var cards = Array.prototype.slice.call(document.querySelectorAll('.card[data-item]'));

  function refresh() {
    var done = 0;
    cards.forEach(function (card) {
      var is = posted.indexOf(card.getAttribute('data-item')) >= 0;
      if (is) done += 1;
      card.classList.toggle('done', is);
      card.querySelector('.mark').setAttribute('aria-pressed', String(is));
    });
    var count = document.getElementById('done');
    if (count) count.textContent = done + ' / ' + cards.length;
    root.toggleAttribute('data-all-done', cards.length > 0 && done === cards.length && root.getAttribute('data-show') === 'open');
  }

  function mark(id) {
    var at = posted.indexOf(id);
    if (at < 0) posted.push(id); else posted.splice(at, 1);
    write(key, posted.join(','));
    refresh();
  }

  var timer = 0;
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

  function copy(node) {
    var text = node.textContent;
    function fallBack() {
      if (copyOldWay(text)) say('say-copied');
      else { select(node); say('say-failed'); }
    }
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(function () { say('say-copied'); }, fallBack);
    } else fallBack();
  }

  function language(name) {
    root.setAttribute('data-lang', name);
    root.lang = name === 'en' ? 'en' : 'zh-CN';
    write('taoke-pack-language', name);
  }

  document.addEventListener('click', function (event) {
    var button = event.target.closest ? event.target.closest('button') : null;
    if (!button) return;
    var card = button.closest('.card');
    var what = button.getAttribute('data-do');
    if (what === 'copy') copy(card.querySelector('pre.text'));
    else if (what === 'copy-link') copy(card.querySelector('.link'));
    else if (what === 'mark') mark(card.getAttribute('data-item'));
    else if (what === 'show') {
      var open = root.getAttribute('data-show') === 'open';
      root.setAttribute('data-show', open ? 'all' : 'open');
      button.setAttribute('aria-pressed', String(!open));
      refresh();
    } else if (what === 'language') language(root.getAttribute('data-lang') === 'en' ? 'zh' : 'en');
  });

  if (read('taoke-pack-language') === 'en') language('en');
  refresh();
})();
`;
