'use strict';

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

/** Draws a chart, or hides its place where there is nothing to draw. */
function chart(id, title, labels, sets, options = {}) {
  const canvas = document.getElementById(`${id}-chart`);
  const old = charts.get(id);
  if (old) {
    old.destroy();
    charts.delete(id);
  }
  const drawn = sets.some((set) => set.data.some((number) => number > 0))
    && labels.length > 0 && typeof Chart !== 'undefined';
  canvas.parentElement.hidden = !drawn;
  if (!drawn) {
    return;
  }
  canvas.setAttribute('aria-label', say('chart', {title}));
  const lying = options.lying !== false;
  if (lying) {
    const rows = labels.length * (options.stacked ? 1 : sets.length);
    canvas.parentElement.style.height = `${70 + Math.max(rows * 22, 66)}px`;
  }
  charts.set(id, new Chart(canvas, {
    type: 'bar',
    data: {labels: labels.map(short), datasets: sets},
    options: {
      indexAxis: lying ? 'y' : 'x',
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      locale: locale(),
      scales: {
        x: {stacked: Boolean(options.stacked), beginAtZero: true, ticks: {precision: 0}},
        y: {stacked: Boolean(options.stacked), beginAtZero: true, ticks: {precision: 0, autoSkip: false}}
      },
      plugins: {
        legend: {display: sets.length > 1, position: 'top', align: 'start', labels: {boxWidth: 14}},
        tooltip: {callbacks: {title: (items) => labels[items[0].dataIndex]}}
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

function showTiles(data) {
  const ends = data.outcomes;
  $('#tiles').replaceChildren(
    tile(say('winRate'), percent(ends.winRate, 2),
      say('wonAndLost', {won: count(ends.won), lost: count(ends.lost)})),
    tile(say('wonValue'), money(ends.wonValue), say('firstYear')),
    tile(say('cycle'), days(ends.meanCycleDays, 2), say('median', {days: days(ends.medianCycleDays, 2)})),
    tile(say('cycleWon'), days(ends.wonMeanDays, 2), say('median', {days: days(ends.wonMedianDays, 2)})),
    tile(say('discarded'), count(ends.discarded)),
    tile(say('standing'), count(data.stalled.number)));
}

function showFunnel(data) {
  const some = data.funnel.filter((stage) => stage.entered > 0);
  chart('funnel', say('funnel'), some.map((stage) => stage.label), [
    {label: say('entered'), data: some.map((stage) => stage.entered), backgroundColor: COLOURS.pale},
    {label: say('wentOn'), data: some.map((stage) => stage.wentOn), backgroundColor: COLOURS.bar}
  ]);
  table('funnel', say('funnel'), [
    [say('stage'), (stage) => stage.label],
    [say('entered'), (stage) => count(stage.entered), true],
    [say('wentOn'), (stage) => count(stage.wentOn), true],
    [say('stillThere'), (stage) => count(stage.stillThere), true],
    [say('conversion'), (stage) => percent(stage.conversion), true],
    [say('meanDays'), (stage) => days(stage.meanDays), true],
    [say('medianDays'), (stage) => days(stage.medianDays), true]
  ], some.length === 0 ? [] : data.funnel, say('nothing'));
}

function showWinRates(id, title, heading, rows) {
  // A chart of what nobody said would say nothing.
  const said = rows.some((row) => row.name !== undefined);
  chart(id, title, said ? rows.map((row) => row.label) : [], [
    {label: say('won'), data: rows.map((row) => row.won), backgroundColor: COLOURS.won},
    {label: say('lost'), data: rows.map((row) => row.lost), backgroundColor: COLOURS.lost}
  ], {stacked: true});
  table(id, title, [
    [heading, (row) => row.label],
    [say('won'), (row) => count(row.won), true],
    [say('lost'), (row) => count(row.lost), true],
    [say('winRate'), (row) => percent(row.winRate), true],
    [say('wonValue'), (row) => money(row.wonValue), true]
  ], rows, say('nothing'));
}

function showGrades(data) {
  chart('grade', say('byGrade'), data.openByGrade.map((row) => row.label), [
    {label: say('value'), data: data.openByGrade.map((row) => row.value), backgroundColor: COLOURS.bar}
  ]);
  table('grade', say('byGrade'), [
    [say('grade'), (row) => row.label],
    [say('deals'), (row) => count(row.number), true],
    [say('value'), (row) => money(row.value), true]
  ], data.openByGrade, say('nothingNow'));
}

function showReviews(data) {
  const reviews = data.reviews;
  const some = reviews.due > 0;
  const names = ['due', 'written', 'accepted', 'overdue'];
  chart('review', say('reviews'), some ? names.map((name) => say(name)) : [], [{
    label: say('number'),
    data: names.map((name) => reviews[name]),
    backgroundColor: [COLOURS.pale, COLOURS.bar, COLOURS.won, COLOURS.alarm]
  }]);
  table('review', say('reviews'), [
    [say('review'), (row) => row[0]],
    [say('number'), (row) => row[1], true]
  ], some ? [
    ...names.map((name) => [say(name), count(reviews[name])]),
    [say('completion'), percent(reviews.completion)]
  ] : [], say('nothing'));
}

function showRewards(data) {
  const rewards = data.rewards;
  chart('reward', say('rewards'), rewards.byState.map((row) => row.label), [
    {label: say('amount'), data: rewards.byState.map((row) => row.amount), backgroundColor: COLOURS.bar}
  ]);
  table('reward', say('rewards'), [
    [say('state'), (row) => row.label],
    [say('number'), (row) => count(row.number), true],
    [say('amount'), (row) => money(row.amount), true]
  ], rewards.byState, say('nothingNow'), [
    say('paidInPeriod'), count(rewards.paidNumber), money(rewards.paid)
  ]);
}

function showStalled(data) {
  table('stalled', say('stalled'), [
    [say('deal'), (row) => row.number],
    [say('customer'), (row) => row.customer],
    [say('product'), (row) => row.product],
    [say('hunter'), (row) => row.owner ?? '–'],
    [say('stage'), (row) => row.stageLabel],
    [say('grade'), (row) => row.grade ?? '–'],
    [say('value'), (row) => money(row.value), true],
    [say('since'), (row) => day(row.stageSince, data.zone), true]
  ], data.stalled.longest, say('nothingNow'));
}

function showSpending(data) {
  const spending = data.spending;
  table('spending', say('spending'), [
    [say('deal'), (row) => row.number],
    [say('customer'), (row) => row.customer],
    [say('hunter'), (row) => row.owner ?? '–'],
    [say('stage'), (row) => row.stageLabel],
    [say('planned'), (row) => money(row.planned), true],
    [say('spent'), (row) => money(row.spent), true],
    [say('ofPlan'), (row) => ofPlan(row.spent, row.planned), true],
    [say('won'), (row) => money(row.won), true]
  ], spending.deals, say('nothing'), [
    say('together', {number: count(spending.number)}), '', '', '',
    money(spending.planned), money(spending.spent), ofPlan(spending.spent, spending.planned), money(spending.won)
  ]);
  const pages = Math.ceil(spending.number / spending.size);
  $('.pages').hidden = pages < 2;
  $('#previous').disabled = spending.page === 0;
  $('#next').disabled = spending.page + 1 >= pages;
  $('#page').textContent = say('pageOf', {page: spending.page + 1, pages});
}

function ofPlan(spent, planned) {
  const share = planned > 0 ? 100 * spent / planned : undefined;
  return element('span', percent(share), share > 100 ? 'over' : '');
}

function choices(id, rows) {
  document.getElementById(id).replaceChildren(
    ...rows.filter((row) => row.name !== undefined).map((row) => {
      const option = element('option');
      option.value = row.name;
      return option;
    }));
}

function show(data) {
  const form = $('#filter');
  form.elements.from.value = data.from;
  form.elements.to.value = data.to;
  const ends = data.outcomes;
  $('#empty').hidden = ends.won + ends.lost + ends.discarded > 0
    || data.funnel.some((stage) => stage.entered > 0);
  showTiles(data);
  showFunnel(data);
  showWinRates('product', say('byProduct'), say('product'), data.byProduct);
  showWinRates('owner', say('byOwner'), say('hunter'), data.byOwner);
  showWinRates('reason', say('byReason'), say('reason'), data.byReason);
  showWinRates('competitor', say('byCompetitor'), say('competitor'), data.byCompetitor);
  showGrades(data);
  showReviews(data);
  showRewards(data);
  showStalled(data);
  showSpending(data);
  choices('owners', data.byOwner);
  choices('products', data.byProduct);
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
    const answer = await fetch(`deals/data?${query}`, {
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
      show(data);
      $('#status').textContent = say('loaded', {from: data.from, to: data.to});
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
  document.getElementById(id).addEventListener('click', () => {
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
