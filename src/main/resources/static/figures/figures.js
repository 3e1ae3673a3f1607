'use strict';

/**
 * What all pages of figures share. A page says in PAGE what is its own: data, its address of the
 * figures; show(data), which shows them; and loaded(data), what is then said.
 */

const CHOICE = 'innkeeper.language';
const COLOURS = {won: '#1f4e52', lost: '#c2a25a', bar: '#2f7d80', pale: '#a9cdcc', alarm: '#b3261e'};

const $ = (selector) => document.querySelector(selector);
const charts = new Map();
let language = chosenLanguage();
let page = 0;
let shown = null;
let asked = 0;

function chosenLanguage() {
  const chosen = localStorage.getItem(CHOICE);
  if (chosen === 'en' || chosen === 'zh') {
    return chosen;
  }
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function say(key, values = {}) {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (all, name) => values[name]);
}

function locale() {
  return language === 'zh' ? 'zh-CN' : 'en-GB';
}

function count(number) {
  return new Intl.NumberFormat(locale()).format(number);
}

function money(amount) {
  const fen = Number.isInteger(amount) ? 0 : 2;
  return new Intl.NumberFormat(locale(), {minimumFractionDigits: fen, maximumFractionDigits: 2}).format(amount);
}

/** A number with its unit; a dash where there is nothing to count. */
function measured(number, unit, digits = 1) {
  if (number === undefined) {
    return '–';
  }
  const text = new Intl.NumberFormat(locale(), {minimumFractionDigits: digits, maximumFractionDigits: digits})
    .format(number);
  return `${text} ${unit}`;
}

function percent(number, digits) {
  return measured(number, '%', digits);
}

function days(number, digits) {
  return measured(number, say('days'), digits);
}

/** The day in the time zone of the house, as ISO writes it. */
function day(moment, zone) {
  return new Intl.DateTimeFormat('sv-SE', {timeZone: zone}).format(new Date(moment));
}

function translate() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.querySelectorAll('[data-text]').forEach((each) => {
    each.textContent = say(each.dataset.text);
  });
  document.querySelectorAll('[data-hint]').forEach((each) => {
    each.placeholder = say(each.dataset.hint);
  });
  document.querySelectorAll('[data-label]').forEach((each) => {
    each.setAttribute('aria-label', say(each.dataset.label));
  });
  document.querySelectorAll('[data-language]').forEach((each) => {
    each.setAttribute('aria-pressed', String(each.dataset.language === language));
  });
}

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) {
    made.textContent = text;
  }
  if (className) {
    made.className = className;
  }
  return made;
}

/**
 * Shows a table, or that there is nothing.
 *
 * columns: [heading, value of a row, is it a number]; the first column heads its row.
 */
function table(id, caption, columns, rows, none, foot) {
  const place = document.getElementById(id);
  place.replaceChildren();
  if (rows.length === 0) {
    place.append(element('p', none, 'empty'));
    return;
  }
  const made = element('table');
  made.append(element('caption', caption));
  const head = element('tr');
  columns.forEach(([heading, , isNumber]) => {
    const cell = element('th', heading, isNumber ? 'number' : '');
    cell.scope = 'col';
    head.append(cell);
  });
  const header = element('thead');
  header.append(head);
  const body = element('tbody');
  rows.forEach((row) => body.append(line(columns, (column) => column[1](row))));
  made.append(header, body);
  if (foot) {
    const footer = element('tfoot');
    footer.append(line(columns, (column, place) => foot[place]));
    made.append(footer);
  }
  place.append(made);
}

function line(columns, valueOf) {
  const row = element('tr');
  columns.forEach((column, place) => {
    const value = valueOf(column, place);
    const cell = element(place === 0 ? 'th' : 'td', undefined, column[2] ? 'number' : '');
    if (place === 0) {
      cell.scope = 'row';
    }
    cell.append(value);
    row.append(cell);
  });
  return row;
}

/**
 * Draws a chart, or hides its place where there is nothing to draw.
 *
 * options: lying (false for a chart that stands), stacked, line (true for lines), axes (more for x and y)
 */
function chart(id, title, labels, sets, options = {}) {
  const canvas = document.getElementById(`${id}-chart`);
  const old = charts.get(id);
  if (old) {
    old.destroy();
    charts.delete(id);
  }
  const drawn = sets.some((set) => set.data.some((number) => (number?.y ?? number) > 0))
    && (labels.length > 0 || options.line) && typeof Chart !== 'undefined';
  canvas.parentElement.hidden = !drawn;
  if (!drawn) {
    return;
  }
  canvas.setAttribute('aria-label', say('chart', {title}));
  const lying = !options.line && options.lying !== false;
  if (lying) {
    const rows = labels.length * (options.stacked ? 1 : sets.length);
    canvas.parentElement.style.height = `${70 + Math.max(rows * 22, 66)}px`;
  }
  const stacked = Boolean(options.stacked);
  charts.set(id, new Chart(canvas, {
    type: options.line ? 'line' : 'bar',
    data: {labels: labels.map(short), datasets: sets},
    options: {
      indexAxis: lying ? 'y' : 'x',
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      locale: locale(),
      scales: {
        x: {stacked, beginAtZero: true, ticks: {precision: 0}, ...options.axes?.x},
        y: {stacked, beginAtZero: true, ticks: {precision: 0, autoSkip: !lying}, ...options.axes?.y},
        ...options.axes?.more
      },
      plugins: {
        legend: {display: sets.length > 1, position: 'top', align: 'start', labels: {boxWidth: 14}},
        tooltip: {callbacks: labels.length > 0 ? {title: (items) => labels[items[0].dataIndex]} : {}}
      }
    }
  }));
}

function short(label) {
  return label.length > 24 ? `${label.slice(0, 23)}…` : label;
}

function tile(name, value, more) {
  const made = element('div');
  made.append(element('dt', name), element('dd', value));
  if (more) {
    made.append(element('dd', more, 'more'));
  }
  return made;
}

/** Says which page of a list is shown, and offers the others. */
function showPages(list) {
  const pages = Math.ceil(list.number / list.size);
  $('.pages').hidden = pages < 2;
  $('#previous').disabled = list.page === 0;
  $('#next').disabled = list.page + 1 >= pages;
  $('#page').textContent = say('pageOf', {page: list.page + 1, pages});
}

function problem(message, remedy, signedOut) {
  $('#status').textContent = '';
  $('#problem .message').textContent = message;
  $('#problem .remedy').textContent = remedy;
  $('#sign-in').hidden = !signedOut;
  $('#again').hidden = signedOut;
  $('#problem').hidden = false;
  $('#figures').hidden = shown === null;
}

async function load() {
  const mine = ++asked;
  const form = new FormData($('#filter'));
  const query = new URLSearchParams();
  for (const [name, value] of form) {
    if (value.trim() !== '') {
      query.set(name, value.trim());
    }
  }
  history.replaceState(null, '', `?${query}`);
  if (page > 0) {
    query.set('page', page);
  }
  $('#problem').hidden = true;
  $('#status').textContent = say('loading');
  $('#figures').setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(`${PAGE.data}?${query}`, {
      headers: {'Accept': 'application/json', 'Accept-Language': language}
    });
    const data = await answer.json();
    if (mine !== asked) {
      return;
    }
    if (answer.status === 401) {
      problem(say('signedOut'), say('signInAgain'), true);
    } else if (!answer.ok) {
      problem(data.detail, data.remedy ?? '', false);
    } else {
      shown = data;
      $('#figures').hidden = false;
      PAGE.show(data);
      $('#status').textContent = PAGE.loaded(data);
    }
  } catch (failure) {
    if (mine === asked) {
      problem(say('unreachable'), say('unreachableRemedy'), false);
    }
  } finally {
    if (mine === asked) {
      $('#figures').removeAttribute('aria-busy');
    }
  }
}

document.querySelectorAll('[data-language]').forEach((button) => {
  button.addEventListener('click', () => {
    language = button.dataset.language;
    localStorage.setItem(CHOICE, language);
    translate();
    load();
  });
});

$('#filter').addEventListener('submit', (event) => {
  event.preventDefault();
  page = 0;
  load();
});

$('#reset').addEventListener('click', () => {
  for (const field of $('#filter').querySelectorAll('input')) {
    field.value = '';
  }
  page = 0;
  load();
});

$('#again').addEventListener('click', load);

for (const [id, step] of [['previous', -1], ['next', 1]]) {
  document.getElementById(id)?.addEventListener('click', () => {
    page += step;
    load();
  });
}

if (typeof Chart !== 'undefined') {
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.color = '#22313a';
}
for (const [name, value] of new URLSearchParams(location.search)) {
  const field = $('#filter').elements[name];
  if (field) {
    field.value = value;
  }
}
translate();
load();
