import { marksWord } from '../posted-marks.ts';
import { copyTools } from './copy-tools.ts';

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
    var meter = document.getElementById('meter');
    if (meter && cards.length > 0) meter.style.width = (done / cards.length * 100) + '%';
    root.toggleAttribute('data-all-done', cards.length > 0 && done === cards.length && root.getAttribute('data-show') === 'open');
  }

  function mark(card) {
    var id = card.getAttribute('data-item');
    var at = posted.indexOf(id);
    if (at < 0) posted.push(id); else posted.splice(at, 1);
    write(key, posted.join(','));
    refresh();
    if (at < 0) showNext(card);
  }

  // What was posted is out of the way at once; the next one to post comes up.
  function showNext(card) {
    var at = cards.indexOf(card);
    for (var index = at + 1; index < cards.length; index += 1) {
      if (cards[index].classList.contains('done')) continue;
      cards[index].scrollIntoView({ block: 'start', behavior: 'smooth' });
      return;
    }
  }

  // Runs of item numbers, as readPostedMarks takes them.
  function marksText() {
    var numbers = cards.filter(function (card) { return card.classList.contains('done'); })
      .map(function (card) { return Number(card.getAttribute('data-number')); });
    var runs = [];
    for (var index = 0; index < numbers.length; index += 1) {
      var first = numbers[index];
      while (numbers[index + 1] === numbers[index] + 1) index += 1;
      runs.push(first === numbers[index] ? String(first) : first + '-' + numbers[index]);
    }
    return runs.length === 0 ? '' : '${marksWord} ' + root.getAttribute('data-pack') + ' ' + runs.join(',');
  }

  function copyMarks() {
    var box = document.getElementById('marks');
    box.textContent = marksText();
    if (box.textContent === '') say('say-no-marks');
    else copy(box, 'say-marks');
  }

${copyTools}
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
    if (what === 'copy') copy(card.querySelector('pre.text'), 'say-copied');
    else if (what === 'copy-link') copy(card.querySelector('.link'), 'say-copied');
    else if (what === 'copy-marks') copyMarks();
    else if (what === 'mark') mark(card);
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
