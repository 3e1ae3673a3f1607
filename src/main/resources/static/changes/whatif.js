'use strict';

/** What the draft would have decided: tries on the past, and the shadow beside the live rules. */

const CASES = 10;
const PAUSE = 1000;
let watch = 0;
let simulation = null;
const charts = [];

function isOver(one) {
  return one.state !== 'WAITING' && one.state !== 'RUNNING';
}

/** The start of a day, some days later, where the reader is. */
function startOf(day, later = 0) {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

async function showTries() {
  const form = $('#simulate');
  form.hidden = !draft.allowed.includes('WRITE') && !isIn('rule-editor', 'rule-approver');
  if (form.elements.from.value === '') {
    const past = new Date();
    past.setMonth(past.getMonth() - 3);
    form.elements.from.value = new Intl.DateTimeFormat('sv-SE').format(past);
  }
  const list = await read(`drafts/${id}/simulations?size=${ROWS}`);
  $('#simulations').replaceChildren(list.items.length === 0
    ? element('p', say('noTry'), 'empty')
    : element('div', table(say('simulations'), [
      [say('no'), (one) => button(say('simulation', {number: one.id}),
        (pressed) => act(pressed, () => showSimulation(one.id).then(() => '')), 'link')],
      [say('period'), (one) => `${moment(one.from)} – ${moment(one.to)}`],
      [say('state'), (one) => mark(say(one.state), {DONE: 'good', FAILED: 'alarm'}[one.state] ?? '')],
      [say('looked'), (one) => count(one.looked), true],
      [say('otherwise'), (one) => count(one.changed), true],
      [say('startedBy'), (one) => one.startedBy]
    ], list.items), 'table'));
  const shown = list.items.find((one) => one.id === simulation?.id) ?? list.items[0];
  if (shown) {
    await showSimulation(shown.id);
  } else {
    $('#simulation').replaceChildren();
  }
}

async function showSimulation(number) {
  simulation = await read(`simulations/${number}`);
  drawSimulation($('#simulation'), simulation);
  follow(number);
}

/** Looks again every second until it is over, or something else is looked at. */
function follow(number) {
  const mine = ++watch;
  if (isOver(simulation)) {
    return;
  }
  setTimeout(async () => {
    if (mine !== watch || step() !== 'try') {
      return;
    }
    try {
      simulation = await read(`simulations/${number}`);
      if (mine !== watch) {
        return;
      }
      if (isOver(simulation)) {
        await showTries();
      } else {
        showProgress();
        follow(number);
      }
    } catch (failure) {
      tell(failure);
    }
  }, PAUSE);
}

function showProgress() {
  const bar = $('#simulation progress');
  if (bar) {
    bar.value = simulation.percent;
    $('#simulation .told').textContent = say('progress', {
      percent: simulation.percent, looked: count(simulation.looked), total: count(simulation.total)
    });
  }
}

function drawSimulation(place, one) {
  charts.splice(0).forEach((chart) => chart.destroy());
  const made = [element('h3', one.kind === 'SHADOW' ? say('shadow') : say('simulation', {number: one.id}))];
  if (one.note !== '') {
    made.push(element('p', one.note, 'banner'));
  }
  if (!isOver(one) && one.kind !== 'SHADOW') {
    const line = element('p', undefined, 'bar');
    const bar = element('progress');
    bar.max = 100;
    bar.value = one.percent;
    line.append(bar, element('span', say('progress', {
      percent: one.percent, looked: count(one.looked), total: count(one.total)
    }), 'told'));
    if (isIn('rule-editor', 'rule-approver')) {
      line.append(button(say('cancel'), (pressed) => act(pressed, async () => {
        await write('POST', `simulations/${one.id}/cancellation`);
        await showTries();
      })));
    }
    place.replaceChildren(...made, line);
    return;
  }
  const tiles = element('dl', undefined, 'tiles');
  tiles.append(
    tile(say('looked'), count(one.looked)),
    tile(say('otherwise'), count(one.changed)),
    // the cases of a shadow are not counted, they go on coming
    ...one.kind === 'SHADOW' ? [] : [tile(say('cases'), count(one.cases))],
    tile(say('casesOtherwise'), count(one.casesChanged)),
    tile(say('noAnswer'), count(one.failed), '', one.failed > 0 ? 'over' : ''));
  if (one.erased > 0) {
    tiles.append(tile(say('erased'), count(one.erased)));
  }
  made.push(tiles);
  const cases = element('div');
  const plots = [];
  one.decisions.forEach((decision) => made.push(ofDecision(one, decision, cases, plots)));
  if (one.changed + one.failed > 0) {
    cases.append(element('h3', say('oneByOne')));
  }
  place.replaceChildren(...made, cases);
  plots.forEach((plot) => plot());
  if (one.changed + one.failed > 0) {
    act(null, () => showCases(cases, one, {}).then(() => ''));
  } else if (isOver(one)) {
    cases.replaceChildren(element('p', say('noCase'), 'empty'));
  }
}

function outcome(code) {
  return code === '' ? say('none') : code;
}

function ofDecision(one, decision, cases, plots) {
  const made = element('div');
  made.append(element('h3', decision.decision));
  if (decision.outcomes.length > 0) {
    made.append(plot(say('fromTo'), decision.outcomes.slice(0, 12).map((row) => `${outcome(row.from)} → ${outcome(row.to)}`), [
      [say('number'), decision.outcomes.slice(0, 12).map((row) => row.count), '#a9cdcc'],
      [say('ofThem'), decision.outcomes.slice(0, 12).map((row) => row.changed), '#1f4e52']
    ], plots), element('div', table(say('fromTo'), [
      [say('then'), (row) => outcome(row.from)],
      [say('now'), (row) => outcome(row.to)],
      [say('number'), (row) => count(row.count), true],
      [say('ofThem'), (row) => count(row.changed), true],
      [say('cases'), (row) => row.changed === 0 && row.to !== '' ? '' : button(say('showCases'), (pressed) => act(pressed, async () => {
        await showCases(cases, one, {decision: decision.decision, from: row.from, to: row.to});
        cases.scrollIntoView();
      }), 'link')]
    ], decision.outcomes), 'table'));
  }
  if (decision.sums.length > 0) {
    made.append(element('h3', say('sums')), element('div', table(say('sums'), [
      [say('sum'), (row) => row.unit === '' ? row.label : `${row.label} (${row.unit})`],
      [say('then'), (row) => money(row.before), true],
      [say('now'), (row) => money(row.after), true],
      [say('difference'), (row) => signed(row.after - row.before), true]
    ], decision.sums), 'table'));
  }
  decision.workload.filter((load) => load.values.length > 0).forEach((load) => {
    const title = say('workload', {label: load.label});
    made.append(element('h3', title), plot(title, load.values.map((value) => value.label), [
      [say('then'), load.values.map((value) => value.before), '#c2a25a'],
      [say('now'), load.values.map((value) => value.after), '#1f4e52']
    ], plots), element('div', table(title, [
      [load.label, (value) => value.label],
      [say('then'), (value) => count(value.before), true],
      [say('now'), (value) => count(value.after), true],
      [say('difference'), (value) => signed(value.after - value.before), true]
    ], load.values), 'table'));
  });
  if (decision.failures.length > 0) {
    made.append(element('h3', say('failures')), element('div', table(say('failures'), [
      [say('why'), (row) => row.reason],
      [say('number'), (row) => count(row.count), true]
    ], decision.failures), 'table'));
  }
  return made;
}

function signed(number) {
  return `${number > 0 ? '+' : ''}${money(Math.round(number * 100) / 100)}`;
}

/** Bars, drawn once they stand on the page; the numbers are in the table below. */
function plot(title, labels, sets, plots) {
  const made = element('div', undefined, 'chart');
  if (typeof Chart === 'undefined') {
    made.hidden = true;
    return made;
  }
  const canvas = element('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', title);
  made.style.height = `${80 + labels.length * 34}px`;
  made.append(canvas);
  plots.push(() => charts.push(new Chart(canvas, {
    type: 'bar',
    data: {labels, datasets: sets.map(([label, data, backgroundColor]) => ({label, data, backgroundColor}))},
    options: {
      indexAxis: 'y',
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      locale: locale(),
      scales: {x: {beginAtZero: true, ticks: {precision: 0}}},
      plugins: {legend: {position: 'top', align: 'start', labels: {boxWidth: 14}}}
    }
  })));
  return made;
}

/** The cases one by one, a page of them. */
async function showCases(place, one, filter, page = 0) {
  const query = new URLSearchParams({page, size: CASES});
  Object.entries(filter).forEach(([name, value]) => {
    if (value !== '') {
      query.set(name, value);
    }
  });
  if (filter.to === '') {
    query.set('failed', 'true');
  }
  const list = await read(`simulations/${one.id}/cases?${query}`);
  const chosen = new Set();
  const bar = element('div', undefined, 'bar');
  const said = filter.decision === undefined
    ? say('allOutcomes')
    : `${filter.decision}: ${outcome(filter.from)} → ${outcome(filter.to)}`;
  bar.append(element('h3', `${say('oneByOne')}: ${said} (${count(list.total)})`));
  if (filter.decision !== undefined) {
    bar.append(button(say('allOutcomes'), (pressed) => act(pressed, () => showCases(place, one, {}).then(() => '')), 'link'));
  }
  const keep = keepBar(one, chosen);
  place.replaceChildren(bar, ...keep ? [keep.element] : [],
    ...list.items.map((row) => ofCase(row, chosen, keep)));
  const pages = Math.ceil(list.total / CASES);
  if (pages > 1) {
    const turn = (to) => (pressed) => act(pressed, () => showCases(place, one, filter, to).then(() => place.scrollIntoView()));
    const earlier = button(say('previous'), turn(page - 1));
    const later = button(say('next'), turn(page + 1));
    earlier.disabled = page === 0;
    later.disabled = page + 1 >= pages;
    const turns = element('div', undefined, 'pages');
    turns.append(earlier, element('span', say('pageOf', {page: page + 1, pages})), later);
    place.append(turns);
  }
}

/** Keeps chosen cases as scenarios; nothing for whoever may not write. */
function keepBar(one, chosen) {
  if (!writable()) {
    return null;
  }
  const bar = element('div', undefined, 'bar');
  const expect = element('select');
  expect.setAttribute('aria-label', say('keepExpect'));
  ['DRAFT', 'RECORDED'].forEach((value) => {
    const made = element('option', say(`expect${value}`));
    made.value = value;
    expect.append(made);
  });
  const pressed = button(say('keepChosen', {number: 0}), () => act(pressed, async () => {
    const answer = await write('POST', `drafts/${id}/scenarios`, {
      simulation: one.id, cases: [...chosen], version: draft.version, expect: expect.value
    });
    const number = chosen.size;
    draft = await read(`drafts/${id}`);
    await showDraft();
    return say('kept', {number, version: answer.version ?? draft.version});
  }).then(() => update()));
  const update = () => {
    pressed.textContent = say('keepChosen', {number: count(chosen.size)});
    pressed.disabled = chosen.size === 0;
  };
  update();
  bar.append(pressed, element('span', say('keepExpect')), expect);
  return {element: bar, update};
}

function plain(value) {
  if (value === null || value === undefined || value === '') {
    return '–';
  }
  if (Array.isArray(value)) {
    return value.map(plain).join(', ') || '–';
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function ofCase(row, chosen, keep) {
  const made = element('div', undefined, 'case');
  const head = element('p', undefined, 'head');
  if (keep && row.problem === '') {
    const tick = element('input');
    tick.type = 'checkbox';
    tick.setAttribute('aria-label', `${say('choosing')} ${row.caseNumber}`);
    tick.addEventListener('change', () => {
      if (tick.checked) {
        chosen.add(row.decisionId);
      } else {
        chosen.delete(row.decisionId);
      }
      keep.update();
    });
    head.append(tick);
  }
  head.append(
    element('strong', row.caseNumber === '' ? row.decisionId : row.caseNumber),
    element('span', row.decision),
    mark(`${outcome(row.before.outcome)} → ${outcome(row.after.outcome)}`, row.problem === '' ? 'good' : 'alarm'),
    element('span', say('decidedAt', {at: moment(row.decidedAt)})));
  made.append(head);
  if (row.problem !== '') {
    made.append(element('p', row.problem, 'over'));
  }
  if (row.changed.length > 0) {
    made.append(element('div', table(say('diff'), [
      [say('sum'), (one) => one.label],
      [say('then'), (one) => plain(one.before)],
      [say('now'), (one) => plain(one.after)]
    ], row.changed), 'table'));
  }
  const sides = element('div', undefined, 'sides');
  sides.append(side(say('rulesThen'), row.before), side(say('rulesNow'), row.after));
  made.append(sides);
  return made;
}

function side(title, answer) {
  const made = element('div');
  made.append(element('h4', title));
  if (answer.explanation !== '') {
    made.append(element('p', answer.explanation));
  }
  if (answer.rules.length > 0) {
    const list = element('ul');
    answer.rules.forEach((rule) => {
      const line = element('li', `${rule.rule} (${rule.where})`);
      [...rule.reasons, ...rule.lookedAt].forEach((text) => line.append(element('div', text, 'note')));
      list.append(line);
    });
    made.append(list);
  }
  return made;
}

async function showShadow() {
  const shadow = await readIfThere(`drafts/${id}/shadow`);
  const running = shadow !== null && !isOver(shadow);
  $('#shade').hidden = running || !isIn('rule-editor', 'rule-approver') || isPast();
  if (shadow === null) {
    $('#shadowed').replaceChildren(element('p', say('noShadow'), 'empty'));
    return;
  }
  const held = element('div');
  const bar = element('div', undefined, 'bar');
  bar.append(mark(say(shadow.state), running ? 'good' : ''), element('span',
    running ? say('shadowRuns', {until: moment(shadow.to)}) : say('shadowRan', {until: moment(shadow.endedAt)})));
  if (running) {
    bar.append(button(say('refresh'), (pressed) => act(pressed, showShadow)));
    if (isIn('rule-editor', 'rule-approver')) {
      bar.append(button(say('shadowStop'), (pressed) => act(pressed, async () => {
        await write('DELETE', `drafts/${id}/shadow`);
        await showShadow();
      }), 'danger'));
    }
  }
  $('#shadowed').replaceChildren(bar, held);
  drawSimulation(held, shadow);
}

$('#simulate').addEventListener('submit', (event) => {
  event.preventDefault();
  const {from, to} = event.target.elements;
  act(event.submitter, async () => {
    const body = {from: startOf(from.value)};
    if (to.value !== '') {
      const end = startOf(to.value, 1);
      if (new Date(end) < new Date()) {
        body.to = end;
      }
    }
    simulation = await write('POST', `drafts/${id}/simulations`, body);
    await showTries();
  });
});

$('#shade').addEventListener('submit', (event) => {
  event.preventDefault();
  act(event.submitter, async () => {
    await write('POST', `drafts/${id}/shadow`, {until: new Date(event.target.elements.until.value).toISOString()});
    await showShadow();
  });
});
