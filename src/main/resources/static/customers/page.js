'use strict';

/** What the pages of customers have in common: language, numbers, tables, and how data are fetched. */

const CHOICE = 'innkeeper.language';

const $ = (selector) => document.querySelector(selector);
let language = chosenLanguage();
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
  if (amount === undefined) {
    return '–';
  }
  const fen = Number.isInteger(amount) ? 0 : 2;
  return new Intl.NumberFormat(locale(), {minimumFractionDigits: fen, maximumFractionDigits: 2}).format(amount);
}

/** A moment as the clock of the reader shows it, to the minute. */
function moment(at) {
  return at === undefined
    ? '–'
    : new Intl.DateTimeFormat('sv-SE', {dateStyle: 'short', timeStyle: 'short'}).format(new Date(at));
}

function translate() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.querySelectorAll('[data-text]').forEach((each) => {
    each.textContent = say(each.dataset.text);
  });
  document.querySelectorAll('[data-label]').forEach((each) => {
    each.setAttribute('aria-label', say(each.dataset.label));
  });
  document.querySelectorAll('[data-language]').forEach((each) => {
    each.setAttribute('aria-pressed', String(each.dataset.language === language));
  });
}

function element(name, content, className) {
  const made = document.createElement(name);
  if (content instanceof Node) {
    made.append(content);
  } else if (content !== undefined) {
    made.textContent = content;
  }
  if (className) {
    made.className = className;
  }
  return made;
}

function link(text, address) {
  const made = element('a', text);
  made.href = address;
  return made;
}

/** The tasks of a case in the Tasklist. */
function inTasklist(number) {
  const search = [{type: 'processInstanceBusinessKey', operator: 'eq', value: number, name: ''}];
  return link(number, `/camunda/app/tasklist/default/#/?searchQuery=${encodeURIComponent(JSON.stringify(search))}`);
}

/**
 * A table.
 *
 * columns: [heading, value of a row, is it a number]; the first column heads its row.
 * below: what stands in a line of its own below a row, or nothing.
 */
function table(caption, columns, rows, below) {
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
  rows.forEach((row) => {
    const line = element('tr');
    columns.forEach(([, value, isNumber], index) => {
      const cell = element(index === 0 ? 'th' : 'td', value(row), isNumber ? 'number' : '');
      if (index === 0) {
        cell.scope = 'row';
      }
      line.append(cell);
    });
    body.append(line);
    const more = below?.(row);
    if (more) {
      line.className = 'traced';
      const cell = element('td', more);
      cell.colSpan = columns.length;
      const added = element('tr', undefined, 'trace-row');
      added.append(cell);
      body.append(added);
    }
  });
  made.append(header, body);
  return made;
}

function problem(message, remedy, signedOut) {
  $('#status').textContent = '';
  $('#problem .message').textContent = message;
  $('#problem .remedy').textContent = remedy;
  $('#sign-in').hidden = !signedOut;
  $('#again').hidden = signedOut;
  $('#problem').hidden = false;
  $('#content').hidden = true;
}

/** Fetches and shows; says what is wrong where that fails. */
async function fetchInto(address, show) {
  const mine = ++asked;
  $('#problem').hidden = true;
  $('#status').textContent = say('loading');
  $('#content').setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, {
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
      $('#status').textContent = '';
      $('#content').hidden = false;
      show(data);
    }
  } catch (failure) {
    if (mine === asked) {
      problem(say('unreachable'), say('unreachableRemedy'), false);
    }
  } finally {
    if (mine === asked) {
      $('#content').removeAttribute('aria-busy');
    }
  }
}

/** Lets the reader choose a language, and shows the page in it. */
function speak(load) {
  document.querySelectorAll('[data-language]').forEach((button) => {
    button.addEventListener('click', () => {
      language = button.dataset.language;
      localStorage.setItem(CHOICE, language);
      translate();
      load();
    });
  });
  $('#again').addEventListener('click', load);
  translate();
  load();
}
