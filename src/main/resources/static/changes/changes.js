'use strict';

/** What the pages of changes have in common: reading and writing, who reads, findings, differences. */

const DATA = '/changes/data/';
const ROWS = 20;
let reader = null;

/** What the service refused, or could not answer. */
class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail);
    this.status = status;
    this.remedy = problem.remedy ?? '';
  }
}

/** Asks the service and returns its answer; throws Refused. */
async function ask(method, address, body, type = 'application/json') {
  const headers = {
    'Accept': 'application/json, */*;q=0.5',
    'Accept-Language': language,
    'X-Requested-With': 'XMLHttpRequest'
  };
  if (method !== 'GET') {
    const {header, token} = await read('me');
    headers[header] = token;
  }
  if (body !== undefined) {
    headers['Content-Type'] = type;
  }
  let answer;
  try {
    answer = await fetch(DATA + address, {
      method, headers, body: body === undefined || type !== 'application/json' ? body : JSON.stringify(body)
    });
  } catch (failure) {
    throw new Refused(0, {detail: say('unreachable'), remedy: say('unreachableRemedy')});
  }
  if (answer.status === 401) {
    throw new Refused(401, {detail: say('signedOut'), remedy: say('signInAgain')});
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({detail: say('unreachable'), remedy: say('unreachableRemedy')}));
    throw new Refused(answer.status, problem);
  }
  return answer;
}

async function read(address) {
  return (await ask('GET', address)).json();
}

async function write(method, address, body, type) {
  return (await ask(method, address, body, type)).json();
}

/** What answers 404 is not there. */
async function readIfThere(address) {
  try {
    return await read(address);
  } catch (failure) {
    if (failure.status === 404) {
      return null;
    }
    throw failure;
  }
}

function isIn(...groups) {
  return groups.some((group) => reader.groups.includes(group)) && !reader.groups.includes('auditor');
}

function tell(failure) {
  if (!(failure instanceof Refused)) {
    throw failure;
  }
  $('#status').textContent = '';
  $('#problem .message').textContent = failure.message;
  $('#problem .remedy').textContent = failure.remedy;
  $('#sign-in').hidden = failure.status !== 401;
  $('#again').hidden = failure.status === 401 || !$('#content').hidden;
  $('#close').hidden = $('#content').hidden;
  $('#problem').hidden = false;
}

function calm() {
  $('#problem').hidden = true;
}

/** Does something for the reader: says so meanwhile, and what is wrong where it fails. */
async function act(button, work) {
  calm();
  $('#status').textContent = say('working');
  if (button) {
    button.disabled = true;
  }
  try {
    const said = await work();
    $('#status').textContent = said ?? '';
    return true;
  } catch (failure) {
    tell(failure);
    return false;
  } finally {
    if (button) {
      button.disabled = false;
    }
  }
}

/** Loads a page: who reads it, then the rest. */
function openPage(load) {
  $('#close').addEventListener('click', calm);
  speak(() => act(null, async () => {
    reader = await read('me');
    await load();
    $('#content').hidden = false;
  }));
}

function button(words, work, className = '') {
  const made = element('button', words, className);
  made.type = 'button';
  made.addEventListener('click', () => work(made));
  return made;
}

function tile(name, value, more, className = '') {
  const made = element('div');
  made.append(element('dt', name), element('dd', element('span', value, className)));
  if (more) {
    made.append(element('dd', more, 'more'));
  }
  return made;
}

function mark(words, className = '') {
  return element('span', words, `mark ${className}`);
}

const MARKS = {OPEN: '', REQUESTED: 'alarm', APPROVED: 'good', PUBLISHED: 'good', WITHDRAWN: 'quiet'};

function stateMark(state) {
  return mark(say(state), MARKS[state]);
}

/** Shows a list with its pages, or that there is nothing. rows(page) reads one page. */
async function showList(place, caption, columns, rows, none, page = 0, below) {
  const list = await rows(page);
  if (list.items.length === 0) {
    place.replaceChildren(element('p', none, 'empty'));
    return;
  }
  const held = element('div', table(caption, columns, list.items, below), 'table');
  place.replaceChildren(held);
  const pages = Math.ceil(list.total / list.size);
  if (pages > 1) {
    const turn = (to) => (pressed) => act(pressed, () => showList(place, caption, columns, rows, none, to, below));
    const earlier = button(say('previous'), turn(page - 1));
    const later = button(say('next'), turn(page + 1));
    earlier.disabled = page === 0;
    later.disabled = page + 1 >= pages;
    const turns = element('div', undefined, 'pages');
    turns.append(earlier, element('span', say('pageOf', {page: page + 1, pages})), later);
    place.append(turns);
  }
}

function draftLink(id) {
  return id === undefined ? '–' : link(say('draftNumber', {number: id}), `/changes/drafts/${id}`);
}

function releaseLink(number) {
  return number === undefined ? '–' : link(say('releaseNumber', {number}), `/changes/releases/${number}`);
}

function person(id) {
  return id === 'folder' ? say('folder') : id;
}

function words(text) {
  return element('div', text, 'words');
}

const EVENTS = () => [
  [say('at'), (row) => moment(row.at)],
  [say('by'), (row) => person(row.by)],
  [say('what'), (row) => say(`did${row.kind}`)],
  [say('why'), (row) => words(row.words)]
];

/** Files that differ, line by line. */
function differences(list) {
  const made = element('div');
  if (list.length === 0) {
    made.append(element('p', say('noDifference'), 'empty'));
  }
  list.forEach((one) => {
    const heading = element('h3', one.path);
    heading.append(' ', mark(say(one.kind), one.kind === 'DELETED' ? 'alarm' : ''));
    made.append(heading);
    if (one.lines.length === 0) {
      made.append(element('p', say('notText'), 'empty'));
      return;
    }
    const text = element('div', undefined, 'diff');
    one.lines.slice(2).forEach((line) => {
      const kind = {'+': 'added', '-': 'removed', '@': 'at'}[line[0]] ?? '';
      text.append(element('div', line, kind));
    });
    made.append(text);
  });
  return made;
}

/** What checks found, check by check; jump(file, place) leads to the place. */
function findings(results, jump) {
  const made = element('div');
  const byCheck = new Map();
  results.forEach((one) => byCheck.set(one.check, [...byCheck.get(one.check) ?? [], one]));
  byCheck.forEach((ofCheck, check) => {
    made.append(element('h3', say(check)));
    ofCheck.forEach((one) => {
      const line = element('p', undefined, 'unit');
      line.append(element('span', one.unit), ' ', one.findings.length === 0
        ? mark(say('tried', {number: count(one.tried)}), 'good')
        : mark(say('found', {number: count(one.findings.length)}),
          one.findings.some((found) => found.severity === 'ERROR') ? 'alarm' : ''));
      made.append(line);
      one.findings.forEach((found) => made.append(finding(one.unit, found, jump)));
    });
  });
  return made;
}

/** "cell B9", "line 12", a scenario or an element in the language of the reader. */
function placeOf(place) {
  const [, kind, at] = /^(cell|line|scenario|element) (.+)$/.exec(place) ?? [];
  return kind === undefined ? place : say(kind, {at});
}

function finding(unit, found, jump) {
  const made = element('div', undefined, found.severity === 'ERROR' ? 'finding error' : 'finding');
  const head = element('p', undefined, 'where');
  head.append(mark(say(found.severity), found.severity === 'ERROR' ? 'alarm' : ''));
  if (found.file !== '') {
    const where = found.place === '' ? found.file : `${found.file}, ${placeOf(found.place)}`;
    head.append(' ', jump ? button(where, () => jump(`${unit}/${found.file}`, found.place), 'link') : where);
  } else if (found.place !== '') {
    head.append(' ', placeOf(found.place));
  }
  made.append(head, element('p', found.message));
  if (found.expected !== '' || found.got !== '') {
    const both = element('dl', undefined, 'beside');
    [['expected', found.expected], ['got', found.got]].forEach(([name, value]) => {
      const side = element('div');
      side.append(element('dt', say(name)), element('dd', value === '' ? '–' : value));
      both.append(side);
    });
    made.append(both);
  }
  return made;
}

/** The half of "English | 中文" that the reader reads. */
function half(text) {
  const cut = text.indexOf(' | ');
  return cut < 0 ? text : language === 'zh' ? text.slice(cut + 3) : text.slice(0, cut);
}
