import { copyTools } from './copy-tools.ts';

/**
 * The script of the phone page. It exchanges the code in the address for a token, draws the items from a template with
 * text nodes only, and sends ticks back. Allowed by its hash; no syntax after ES2017.
 */
export const phoneScript = `
(function () {
  var root = document.documentElement;
  var keptAs = 'taoke-phone-token';
  var token = '';
  root.setAttribute('data-script', '');

${copyTools}
  function kept() {
    try { return window.sessionStorage.getItem(keptAs) || ''; } catch (error) { return ''; }
  }
  function keep(value) {
    try { window.sessionStorage.setItem(keptAs, value); } catch (error) { root.setAttribute('data-no-storage', ''); }
  }

  function show(state) { root.setAttribute('data-state', state); }

  function send(path, body) {
    return fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }

  function inside(path) { return '/p/' + token + path; }

  // The code leaves the address at once: a reload or a shared address must not show it.
  function enter() {
    var code = location.hash.slice(1);
    if (code) {
      history.replaceState(null, '', '/');
      return send('/enter', { code: code }).then(function (answer) {
        return answer.ok ? answer.json() : null;
      }).then(function (given) {
        if (given) keep(given.token);
        return given ? given.token : kept();
      });
    }
    return Promise.resolve(kept());
  }

  function cards() { return Array.prototype.slice.call(document.querySelectorAll('.card')); }

  function refresh() {
    var all = cards();
    var done = all.filter(function (card) { return card.classList.contains('done'); }).length;
    document.getElementById('done').textContent = done + ' / ' + all.length;
    document.getElementById('meter').style.width = (all.length === 0 ? 0 : done / all.length * 100) + '%';
    root.toggleAttribute('data-all-done', all.length > 0 && done === all.length && root.getAttribute('data-show') === 'open');
  }

  function setPosted(card, is) {
    card.classList.toggle('done', is);
    card.querySelector('.mark').setAttribute('aria-pressed', String(is));
    refresh();
  }

  function mark(card) {
    var is = !card.classList.contains('done');
    setPosted(card, is);
    send(inside('/posted'), { number: Number(card.getAttribute('data-number')), posted: is }).then(function (answer) {
      if (answer.ok) { show('open'); if (is) next(card); }
      else notSaved(card, !is, answer.status === 403);
    }, function () { notSaved(card, !is, true); });
  }

  // What is on the screen can still be copied; only ticks do not reach the computer.
  function notSaved(card, was, ended) {
    setPosted(card, was);
    if (ended) show('ended');
    say(ended ? 'say-ended' : 'say-not-saved');
  }

  function next(card) {
    var all = cards();
    for (var at = all.indexOf(card) + 1; at < all.length; at += 1) {
      if (all[at].classList.contains('done')) continue;
      all[at].scrollIntoView({ block: 'start', behavior: 'smooth' });
      return;
    }
  }

  function picture(item, index) {
    var image = document.createElement('img');
    image.loading = 'lazy';
    image.decoding = 'async';
    image.alt = item.number + '-' + (index + 1);
    image.src = inside('/picture/' + item.number + '-' + (index + 1) + '.jpg');
    image.addEventListener('error', function () { image.classList.add('gone'); });
    return image;
  }

  function draw(item, posted) {
    var card = document.getElementById('card').content.firstElementChild.cloneNode(true);
    card.setAttribute('data-number', String(item.number));
    card.querySelector('.no').textContent = String(item.number);
    card.querySelector('h2').textContent = item.title;
    card.querySelector('pre').textContent = item.text;
    var pictures = card.querySelector('.pics');
    for (var index = 0; index < item.pictures; index += 1) pictures.appendChild(picture(item, index));
    card.querySelector(item.pictures > 0 ? '.none' : '.hold').remove();
    if (item.link) card.querySelector('.link').textContent = item.link;
    else card.querySelector('[data-do=copy-link]').remove();
    document.getElementById('items').appendChild(card);
    setPosted(card, posted);
  }

  function drawAll(pack) {
    root.setAttribute('data-lang', pack.language === 'en' ? 'en' : 'zh');
    root.lang = pack.language;
    document.title = pack.name;
    document.getElementById('name').textContent = pack.name;
    var how = document.querySelector(pack.surface === 'moments' ? '.how-other' : '.how-moments');
    if (how) how.remove();
    pack.items.forEach(function (item) { draw(item, pack.posted.indexOf(item.number) >= 0); });
    refresh();
    show('open');
  }

  document.addEventListener('click', function (event) {
    var button = event.target.closest ? event.target.closest('button') : null;
    if (!button) return;
    var card = button.closest('.card');
    var what = button.getAttribute('data-do');
    if (what === 'copy') copy(card.querySelector('pre.text'), 'say-copied');
    else if (what === 'copy-link') copy(card.querySelector('.link'), 'say-copied');
    else if (what === 'mark') mark(card);
    else if (what === 'show') {
      var open = root.getAttribute('data-show') === 'open';
      root.setAttribute('data-show', open ? 'all' : 'open');
      button.setAttribute('aria-pressed', String(!open));
      refresh();
    }
  });

  enter().then(function (given) {
    token = given;
    if (token === '') { show('scan-again'); return null; }
    return fetch(inside('/pack')).then(function (answer) {
      if (answer.ok) return answer.json().then(drawAll);
      show('scan-again');
      return null;
    });
  }).catch(function () { show('ended'); });
})();
`;
