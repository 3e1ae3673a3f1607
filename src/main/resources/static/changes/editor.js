'use strict';

/** Text with the numbers of its lines; marks lines that findings name. */
class Lines {
  constructor(text, name, writable, changed) {
    this.element = element('div', undefined, 'code');
    this.numbers = element('pre', undefined, 'numbers');
    this.numbers.setAttribute('aria-hidden', 'true');
    this.field = element('textarea');
    this.field.value = text;
    this.field.wrap = 'off';
    this.field.spellcheck = false;
    this.field.readOnly = !writable;
    this.field.setAttribute('aria-label', say('textOf', {file: name}));
    this.field.addEventListener('scroll', () => {
      this.numbers.scrollTop = this.field.scrollTop;
    });
    this.field.addEventListener('input', () => {
      this.count();
      changed();
    });
    this.findings = [];
    this.element.append(this.numbers, this.field);
    this.count();
  }

  /** A field of text knows line feeds only. */
  text() {
    return this.field.value;
  }

  lines() {
    return this.field.value.split('\n');
  }

  count() {
    const marks = new Map();
    this.findings.forEach((one) => {
      const line = this.lineOf(one.place);
      if (line !== null && marks.get(line) !== 'wrong') {
        marks.set(line, one.severity === 'ERROR' ? 'wrong' : 'hint');
      }
    });
    this.numbers.replaceChildren(...this.lines().map((line, index) =>
      element('span', String(index + 1), marks.get(index) ?? '')));
  }

  show(found) {
    this.findings = found;
    this.count();
  }

  /** The line, from 0, of "line 12", "cell B9", a scenario or an element; null where it is nowhere. */
  lineOf(place) {
    const numbered = /^line (\d+)/.exec(place);
    if (numbered) {
      return Number(numbered[1]) - 1;
    }
    const cell = cellAt(place);
    if (cell) {
      return cell.row;
    }
    const named = /"(.+)"/.exec(place)?.[1] ?? /^\S+ (.+)$/.exec(place)?.[1];
    const at = named === undefined ? -1 : this.lines().findIndex((line) => line.includes(named));
    return at < 0 ? null : at;
  }

  go(place) {
    const line = this.lineOf(place);
    if (line === null) {
      return;
    }
    const start = this.lines().slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
    this.field.focus();
    this.field.setSelectionRange(start, start + this.lines()[line].length);
    this.field.scrollTop = Math.max(0, line * 20 - this.field.clientHeight / 2);
  }
}

/** The file that is open in the editor, or null. */
let opened = null;

function isTable(path) {
  return path.endsWith('.csv');
}

function fileName(path) {
  return path.slice(path.lastIndexOf('/') + 1);
}

function fileAddress(path) {
  return `drafts/${id}/file?path=${encodeURIComponent(path)}`;
}

/** Reads a file as the draft has it: its text, null for what is no text, undefined where it is not there. */
async function readText(address) {
  try {
    const answer = await ask('GET', address);
    return answer.headers.get('Content-Type')?.startsWith('text/') ? answer.text() : null;
  } catch (failure) {
    if (failure.status === 404) {
      return undefined;
    }
    throw failure;
  }
}

function mayLeave() {
  return !opened?.dirty || window.confirm(say('leaveUnsaved', {file: opened.path}));
}

async function openFile(path, fresh) {
  if (!mayLeave()) {
    return false;
  }
  const text = fresh ?? await readText(fileAddress(path));
  opened = {path, text, version: draft.version, asTable: isTable(path), dirty: fresh !== undefined, lost: null};
  drawEditor();
  return true;
}

function writable() {
  return draft.allowed.includes('WRITE');
}

function touched() {
  opened.dirty = true;
  $('#unsaved').hidden = false;
}

function findingsOf(path) {
  return (checked?.results ?? []).flatMap((one) =>
    one.findings.filter((found) => `${one.unit}/${found.file}` === path));
}

function drawEditor() {
  const place = $('#editor');
  place.hidden = opened === null;
  if (opened === null) {
    place.replaceChildren();
    return;
  }
  const bar = element('div', undefined, 'bar');
  const unsaved = mark(say('unsaved'), 'alarm');
  unsaved.id = 'unsaved';
  unsaved.hidden = !opened.dirty;
  bar.append(element('h3', opened.path), unsaved, element('span', '', 'space'));
  opened.view = null;
  const made = [bar];
  if (opened.text === undefined) {
    made.push(element('p', say('deletedFile'), 'empty'));
  } else if (opened.text === null) {
    made.push(element('p', say('binary'), 'empty'));
  } else {
    if (isTable(opened.path)) {
      bar.append(button(say(opened.asTable ? 'asText' : 'asTable'), () => {
        opened.text = opened.view.text();
        opened.asTable = !opened.asTable;
        drawEditor();
      }));
    }
    opened.view = opened.asTable
      ? new Grid(opened.text, writable(), touched)
      : new Lines(opened.text, opened.path, writable(), touched);
    if (opened.asTable && writable()) {
      made.push(gridBar(opened.view));
    }
    const found = findingsOf(opened.path);
    opened.view.show(found);
    made.push(opened.view.element);
    if (found.length > 0) {
      const list = element('div');
      list.append(element('h3', say('findingsHere')));
      const unit = opened.path.slice(0, opened.path.lastIndexOf('/'));
      found.forEach((one) => list.append(finding(unit, one, (path, at) => opened.view.go(at))));
      made.push(list);
    }
  }
  bar.append(...fileButtons());
  if (!writable()) {
    made.push(element('p', say('readOnly'), 'note'));
  }
  const beside = element('div');
  beside.id = 'beside';
  const earlier = element('div');
  earlier.id = 'earlier';
  made.push(beside, earlier);
  place.replaceChildren(...made);
  if (opened.lost) {
    showLost();
  }
}

function gridBar(grid) {
  const bar = element('div', undefined, 'bar');
  bar.append(
    button(say('rowBelow'), () => grid.addRow()),
    button(say('rowAway'), () => grid.deleteRow()),
    button(say('columnRight'), () => grid.addColumn()),
    button(say('columnAway'), () => grid.deleteColumn()));
  return bar;
}

function fileButtons() {
  const made = [];
  if (opened.text !== undefined) {
    const away = link(say('download'), DATA + fileAddress(opened.path));
    away.download = fileName(opened.path);
    made.push(away);
  }
  const changed = draft.files.find((file) => file.path === opened.path);
  if (changed) {
    made.push(button(say('earlier'), (pressed) => act(pressed, showRevisions)));
  }
  if (!writable()) {
    return made;
  }
  if (opened.view) {
    made.unshift(button(say('save'), (pressed) => act(pressed, saveText), 'main'));
  }
  made.push(uploadButton());
  if (changed) {
    made.push(button(say('leave'), (pressed) => act(pressed, () => leaveFile(opened.path))));
  }
  if (opened.text !== undefined) {
    made.push(button(say('remove'), (pressed) => act(pressed, () => saveFile({deleted: true})), 'danger'));
  }
  return made;
}

function uploadButton() {
  const label = element('label', undefined, 'upload');
  const field = element('input');
  field.type = 'file';
  field.setAttribute('aria-label', say('upload'));
  label.append(element('span', say('upload')), field);
  field.addEventListener('change', () => {
    const file = field.files[0];
    if (file) {
      act(field, async () => saveFile({base64: await base64Of(file)}));
    }
  });
  return label;
}

function base64Of(file) {
  return new Promise((done, failed) => {
    const reading = new FileReader();
    reading.onload = () => done(reading.result.slice(reading.result.indexOf(',') + 1));
    reading.onerror = () => failed(new Refused(0, {detail: reading.error.message}));
    reading.readAsDataURL(file);
  });
}

function saveText() {
  return saveFile({text: opened.view.text()});
}

/** Saves, naming the version that was read; where somebody was first, shows that and keeps all. */
async function saveFile(content) {
  const {path} = opened;
  try {
    draft = await write('PUT', fileAddress(path), {version: opened.version, ...content});
  } catch (failure) {
    if (failure.status !== 409) {
      throw failure;
    }
    await lost(content, failure);
    return '';
  }
  opened.dirty = false;
  opened.lost = null;
  await showDraft();
  await openFile(path);
  return say('saved', {number: draft.version});
}

/** Leaves a file as it is live. */
async function leaveFile(path) {
  draft = await write('DELETE', `${fileAddress(path)}&version=${draft.version}`);
  await showDraft();
  if (opened?.path === path) {
    opened.dirty = false;
    await openFile(path);
  }
  return say('saved', {number: draft.version});
}

async function lost(content, failure) {
  const now = await read(`drafts/${id}`);
  if (now.version === opened.version) {
    throw failure;
  }
  draft = now;
  opened.lost = content;
  if (opened.view) {
    opened.text = opened.view.text();
  }
  await showDraft();
  drawEditor();
}

function showLost() {
  const made = element('div', undefined, 'lost');
  made.setAttribute('role', 'alert');
  made.append(element('h3', say('lost')), element('p', say('lostBy', {
    by: person(draft.changedBy), at: moment(draft.changedAt), version: draft.version, mine: opened.version
  })));
  const bar = element('div', undefined, 'bar');
  bar.append(button(say('showTheirs'), (pressed) => act(pressed, showTheirs)));
  if (writable()) {
    bar.append(button(say('saveOver'), (pressed) => act(pressed, () => {
      opened.version = draft.version;
      return saveFile(mine());
    })));
  } else {
    bar.append(element('span', say('wentOn', {state: say(draft.state)})));
  }
  if (isIn('rule-editor')) {
    bar.append(button(say('ownDraft'), (pressed) => act(pressed, ownDraft)));
  }
  made.append(bar);
  $('#beside').replaceChildren(made);
  made.scrollIntoView({block: 'nearest'});
}

/** What the reader wrote, or uploaded. */
function mine() {
  return opened.view && opened.lost.text !== undefined ? {text: opened.view.text()} : opened.lost;
}

async function showTheirs() {
  const text = await readText(fileAddress(opened.path));
  const theirs = element('div');
  theirs.append(element('h3', say('theirs', {by: person(draft.changedBy)})));
  if (typeof text !== 'string') {
    theirs.append(element('p', say(text === null ? 'binary' : 'deletedFile'), 'empty'));
  } else if (opened.asTable) {
    const grid = new Grid(text, false, () => {});
    theirs.append(grid.element);
    differingCells(opened.view, grid);
  } else {
    theirs.append(new Lines(text, opened.path, false, () => {}).element);
  }
  $('#beside').append(theirs);
  theirs.scrollIntoView({block: 'nearest'});
}

/** Marks the cells in which two tables differ. */
function differingCells(one, other) {
  [one, other].forEach((grid, index) => {
    const beside = index === 0 ? other : one;
    grid.element.querySelectorAll('[data-cell]').forEach((field) => {
      const same = beside.element.querySelector(`[data-cell="${field.dataset.cell}"]`);
      if ((same?.value ?? '') !== field.value) {
        field.parentElement.className = 'other';
      }
    });
  });
}

async function ownDraft() {
  const {deleted, ...content} = mine();
  const made = await write('POST', 'drafts', {
    title: say('ownTitle', {title: draft.title, by: reader.id}).slice(0, 200),
    files: deleted ? [] : [{path: opened.path, ...content}]
  });
  opened.dirty = false;
  location.assign(`/changes/drafts/${made.id}#write`);
}

async function showRevisions() {
  const saved = await read(`drafts/${id}/revisions?path=${encodeURIComponent(opened.path)}`);
  const list = element('ul');
  saved.items.filter((one) => !one.deleted).forEach((one) => {
    const line = element('li', say('earlierOf', {
      version: one.version, by: person(one.savedBy), at: moment(one.savedAt)
    }));
    line.append(' ', button(say('takeBack'), (pressed) => act(pressed, async () => {
      const text = await readText(`drafts/${id}/revisions/${one.id}`);
      if (typeof text !== 'string') {
        location.assign(`${DATA}drafts/${id}/revisions/${one.id}`);
        return '';
      }
      opened.text = text;
      opened.dirty = writable();
      drawEditor();
      return writable() ? say('tookBack') : '';
    }), 'link'));
    list.append(line);
  });
  $('#earlier').replaceChildren(element('h3', say('earlier')),
    list.childElementCount > 0 ? list : element('p', say('nothing'), 'empty'));
}

window.addEventListener('beforeunload', (event) => {
  if (opened?.dirty) {
    event.preventDefault();
  }
});

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === 's' && opened?.view && writable() && !$('#write').hidden) {
    event.preventDefault();
    act(null, saveText);
  }
});
