'use strict';

const PAUSE = 1000;
let plan = null;
let followed = 0;

async function showProcesses() {
  const processes = await read('processes');
  const rows = processes.flatMap((process) => process.versions.map((version) => ({process, version})));
  $('#processes').replaceChildren(element('div', table(say('processes'), [
    [say('process'), ({process}) => `${half(process.name)} (${process.key})`],
    [say('version'), ({version}) => versionOf(version)],
    [say('publishedAt'), ({version}) => moment(version.publishedAt)],
    [say('running'), ({version}) => count(version.running), true],
    [say('more'), ({process, version}) => version.newest || version.running === 0 ? '' : button(say('preview'),
      (pressed) => act(pressed, () => preview({process: process.key, from: version.version, activities: {}}).then(() => '')))]
  ], rows), 'table'));
  if (rows.every(({version}) => version.newest)) {
    $('#processes').append(element('p', say('noRunning'), 'note'));
  }
}

function versionOf(version) {
  const made = element('span', String(version.version));
  if (version.newest) {
    made.append(' ', mark(say('newestVersion'), 'good'));
  }
  return made;
}

function movesOf(moves) {
  const made = element('div');
  moves.forEach((one) => {
    const from = half(one.fromName);
    const to = one.to === '' ? say('nowhere') : half(one.toName);
    made.append(element('div', one.from === one.to ? from : `${from} → ${to}`));
  });
  return made;
}

function obstaclesOf(obstacles) {
  const made = element('div', undefined, 'words');
  obstacles.forEach((one) => made.append(element('div', half(one))));
  return made;
}

function canMove(movable) {
  return mark(say(movable ? 'movable' : 'stuck'), movable ? 'good' : 'alarm');
}

async function preview(asked) {
  // nothing is moved by a plan that is being changed
  $('#move-now').replaceChildren();
  const shown = await write('POST', 'migrations/preview', asked);
  plan = {...asked, to: shown.to};
  $('#move').hidden = false;
  $('#move-title').textContent = say('moveTitle', {process: shown.process, from: shown.from, to: shown.to});
  $('#places').replaceChildren(element('div', table(say('standAt'), [
    [say('standAt'), (place) => movesOf(place.moves)],
    [say('cases'), (place) => count(place.cases), true],
    [say('state'), (place) => canMove(place.movable)],
    [say('obstacles'), (place) => obstaclesOf(place.obstacles)]
  ], shown.places), 'table'));
  showMapping(shown.places);
  const may = shown.places.filter((place) => place.movable).reduce((sum, place) => sum + place.cases, 0);
  $('#move-now').replaceChildren(...isIn('rule-approver') && may > 0
    ? [button(say('move', {number: count(may)}), (pressed) => act(pressed, start), 'main'), ' ', element('span', say('moveSure'), 'note')]
    : []);
  await showPreviewed(shown.cases);
  $('#move').scrollIntoView();
}

/** Asks what takes the place of elements that the new version does not have. */
function showMapping(places) {
  const gone = new Map();
  places.forEach((place) => place.moves.forEach((one) => {
    if (one.to === '' || one.from in plan.activities) {
      gone.set(one.from, one);
    }
  }));
  if (gone.size === 0) {
    $('#mapping').replaceChildren();
    return;
  }
  const form = element('form');
  gone.forEach((one, from) => {
    const field = element('input', undefined, 'wide');
    field.name = from;
    field.value = plan.activities[from] ?? (one.perhaps.length === 1 ? one.perhaps[0] : '');
    field.setAttribute('list', `perhaps-${from}`);
    const known = element('datalist');
    known.id = `perhaps-${from}`;
    known.append(...one.perhaps.map((id) => element('option', id)));
    const name = one.fromName === from ? from : `${half(one.fromName)} (${from})`;
    const label = element('label', element('span', `${name}: ${say('mapTo')}`));
    label.append(field, known);
    form.append(label);
  });
  const look = element('button', say('preview'));
  form.append(look);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const activities = Object.fromEntries([...new FormData(form)].filter(([, to]) => to.trim() !== ''));
    act(look, () => preview({...plan, activities}).then(() => ''));
  });
  $('#mapping').replaceChildren(element('h3', say('mapTitle')), element('p', say('mapNote'), 'note'), form);
}

function showPreviewed(first) {
  return showList($('#cases'), say('everyCase'), [
    [say('caseNumber'), (row) => row.number ?? row.processInstance],
    [say('standAt'), (row) => movesOf(row.moves)],
    [say('state'), (row) => canMove(row.movable)],
    [say('obstacles'), (row) => obstaclesOf(row.obstacles)]
  ], async (page) => page === 0
    ? first
    : (await write('POST', `migrations/preview?page=${page}&size=${first.size}`, plan)).cases, say('nothing'));
}

async function start() {
  const made = await write('POST', 'migrations', plan);
  $('#move').hidden = true;
  await showMigration(made.id);
}

function showProgress(one) {
  $('#migration-title').textContent = `${say('migration', {number: one.id})}: ${say('moveTitle', one)}`;
  const done = one.moved + one.failed + one.gone;
  const line = element('p', undefined, 'bar');
  const bar = element('progress');
  bar.max = Math.max(1, one.cases);
  bar.value = one.state === 'DONE' ? bar.max : done;
  line.append(bar, mark(say(one.state), one.state === 'DONE' ? 'good' : ''));
  const tiles = element('dl', undefined, 'tiles');
  tiles.append(
    tile(say('cases'), count(one.cases)),
    tile(say('moved'), count(one.moved)),
    tile(say('notMoved'), count(one.failed), '', one.failed > 0 ? 'over' : ''),
    tile(say('gone'), count(one.gone)));
  $('#progress').replaceChildren(line, tiles);
}

async function showMigration(number) {
  const mine = ++followed;
  const one = await read(`migrations/${number}`);
  $('#migration').hidden = false;
  showProgress(one);
  $('#report').replaceChildren();
  if (one.state === 'DONE') {
    await showList($('#report'), say('report'), [
      [say('caseNumber'), (row) => row.number ?? row.processInstance],
      [say('state'), (row) => mark(say(row.state), {MOVED: 'good', FAILED: 'alarm'}[row.state] ?? '')],
      [say('why'), (row) => words(half(row.reason ?? ''))],
      [say('at'), (row) => moment(row.changedAt)]
    ], (page) => read(`migrations/${number}/cases?page=${page}&size=${ROWS}`), say('nothing'));
    await Promise.all([showProcesses(), showMigrations()]);
    return;
  }
  setTimeout(() => {
    if (mine === followed) {
      showMigration(number).catch(tell);
    }
  }, PAUSE);
}

function showMigrations() {
  return showList($('#migrations'), say('migrations'), [
    [say('no'), (row) => button(say('migration', {number: row.id}),
      (pressed) => act(pressed, () => showMigration(row.id).then(() => $('#migration').scrollIntoView())), 'link')],
    [say('process'), (row) => say('moveTitle', row)],
    [say('state'), (row) => say(row.state)],
    [say('cases'), (row) => count(row.cases), true],
    [say('moved'), (row) => count(row.moved), true],
    [say('notMoved'), (row) => count(row.failed), true],
    [say('by'), (row) => row.askedBy],
    [say('at'), (row) => moment(row.askedAt)]
  ], (page) => read(`migrations?page=${page}&size=${ROWS}`), say('noMigration'));
}

openPage(() => Promise.all([showProcesses(), showMigrations()]).then(() => ''));
