#include "hits/mturk_page.h"

namespace crowdclust {
namespace {

constexpr const char* kPage = R"html(<meta name="viewport" content="width=device-width, initial-scale=1">
<script src="https://assets.crowd.aws/crowd-html-elements.js"></script>
<style>
  #page { font: 16px/1.4 sans-serif; max-width: 1100px; margin: 0 auto; padding: 8px; }
  #page h1 { font-size: 1.3em; }
  #page h2 { font-size: 1em; margin: 0 0 6px; }
  #page button { font: inherit; cursor: pointer; touch-action: manipulation; min-height: 44px; }
  #page :focus-visible { outline: 2px dashed #1864ab; outline-offset: 2px; }
  .box { border: 2px solid #adb5bd; border-radius: 6px; padding: 8px; margin: 0 0 10px; }
  .box.group { border-color: #1864ab; cursor: pointer; }
  .items { display: flex; flex-wrap: wrap; gap: 8px; min-height: 48px; }
  .target { background: #d0ebff; border: 1px solid #1864ab; border-radius: 4px; margin: 0 0 8px; padding: 0 12px; }
  .item { background: #fff; border: 2px solid #ced4da; border-radius: 4px; padding: 4px; max-width: 100%; }
  .item span { display: inline-block; padding: 4px 8px; overflow-wrap: anywhere; }
  .item img { display: block; max-width: 100%; width: auto; height: 130px; object-fit: contain; }
  @media (max-width: 600px) { .item img { height: 90px; } }
  .item[aria-pressed="true"] { border-color: #e67700; background: #fff3bf; box-shadow: 0 0 0 2px #e67700; }
  #message { min-height: 1.4em; font-weight: bold; }
</style>
<textarea id="images" hidden>${images}</textarea>
<crowd-form answer-format="flatten-objects">
  <input type="hidden" name="groups" id="groups" value="">
  <div id="page">
    <h1>Which of these belong together?</h1>
    <p>Press one item or more, then press the group where they belong. Press an item again to let go of it.
      Make as many groups as you need; something that belongs to nothing else is a group of its own. Keys: Tab
      and Enter press, 1 to 9 put what is pressed into that group, 0 into none, N makes a new group, Escape
      lets go.</p>
    <section class="box" id="tray" aria-label="No group yet">
      <h2>No group yet: <span id="left"></span></h2>
      <div class="items"></div>
    </section>
    <div id="boxes"></div>
    <p><button type="button" id="add">New group</button></p>
    <p id="message" role="status" aria-live="polite"></p>
    <crowd-button id="submit" form-action="submit" variant="primary" disabled>Submit</crowd-button>
  </div>
</crowd-form>
<script>
(function () {
  'use strict';
  const byId = (id) => document.getElementById(id);
  const form = document.querySelector('crowd-form');
  const tray = byId('tray');
  const boxes = [];          // an element for each group
  const buttons = [];        // an element for each item
  const groupOf = [];        // of each item: index into boxes, -1 for none
  const pressed = new Set(); // items

  function say(text) { byId('message').textContent = text; }

  function readItems() {
    try {
      const items = JSON.parse(byId('images').value);
      if (Array.isArray(items) && items.every((item) => typeof item === 'string')) return items;
    } catch (error) { /* said below */ }
    say('There is nothing to group: the variable "images" is no list of items.');
    return [];
  }

  function isPicture(item) {
    const name = item.toLowerCase();
    return name.includes('://') || name.startsWith('//') || name.startsWith('data:image/') ||
      /\.(png|jpg|jpeg|gif|webp|svg|avif|bmp)$/.test(name);
  }

  function textOf(item) {
    const span = document.createElement('span');
    span.textContent = item;
    return span;
  }

  function show(item, index) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'item';
    button.setAttribute('aria-pressed', 'false');
    if (isPicture(item)) {
      const picture = document.createElement('img');
      picture.alt = 'Item ' + (index + 1);
      picture.onerror = () => picture.replaceWith(textOf(item));
      picture.src = item;
      button.append(picture);
    } else {
      button.append(textOf(item));
    }
    button.onclick = (event) => { event.stopPropagation(); press(index, !pressed.has(index)); };
    buttons.push(button);
    groupOf.push(-1);
  }

  function press(index, on) {
    if (on) pressed.add(index); else pressed.delete(index);
    buttons[index].setAttribute('aria-pressed', String(on));
    say(pressed.size > 0 ? pressed.size + ' pressed: now press a group.' : '');
  }

  function letGo() { for (const index of [...pressed]) press(index, false); }

  function numberLeft() { return groupOf.filter((group) => group < 0).length; }

  // Groups 1, 2, ... by first appearance; nothing before every item has one.
  function answer() {
    if (buttons.length === 0 || numberLeft() > 0) return '';
    const numbers = new Map();
    for (const group of groupOf) if (!numbers.has(group)) numbers.set(group, numbers.size + 1);
    return JSON.stringify(groupOf.map((group) => numbers.get(group)));
  }

  function refresh() {
    byId('left').textContent = String(numberLeft());
    byId('groups').value = answer();
    byId('submit').toggleAttribute('disabled', answer() === '');
    byId('submit').disabled = answer() === '';
  }

  function put(group) {
    if (pressed.size === 0) { say('Press an item first.'); return; }
    const moved = [...pressed].sort((a, b) => a - b);
    const box = group < 0 ? tray : boxes[group];
    for (const index of moved) {
      groupOf[index] = group;
      box.querySelector('.items').append(buttons[index]);
    }
    letGo();
    refresh();
    const next = groupOf.indexOf(-1);
    if (group >= 0 && next >= 0) buttons[next].focus(); else buttons[moved[0]].focus();
    say(answer() === '' ? '' : 'Every item has a group. Submit when you are done.');
  }

  function addGroup() {
    const group = boxes.length;
    const box = document.createElement('section');
    box.className = 'box group';
    box.setAttribute('aria-label', 'Group ' + (group + 1));
    const target = document.createElement('button');
    target.type = 'button';
    target.className = 'target';
    target.textContent = 'Group ' + (group + 1);
    const items = document.createElement('div');
    items.className = 'items';
    box.append(target, items);
    box.onclick = () => put(group);
    boxes.push(box);
    byId('boxes').append(box);
    return group;
  }

  function newGroup() {
    const group = addGroup();
    if (pressed.size > 0) put(group);
  }

  function onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') letGo();
    else if (event.key === 'n' || event.key === 'N') newGroup();
    else if (/^[0-9]$/.test(event.key) && Number(event.key) <= boxes.length) put(Number(event.key) - 1);
    else return;
    event.preventDefault();
  }

  readItems().forEach(show);
  tray.querySelector('.items').append(...buttons);
  tray.onclick = () => { if (pressed.size > 0) put(-1); };
  addGroup();
  byId('add').onclick = newGroup;
  document.addEventListener('keydown', onKey);
  form.addEventListener('submit', (event) => {
    byId('groups').value = answer();
    if (answer() !== '') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    say(numberLeft() + ' without a group yet: give every item one.');
  });
  refresh();
})();
</script>
)html";

}  // namespace

std::string MturkPage() { return kPage; }

}  // namespace crowdclust
