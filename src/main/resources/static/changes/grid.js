'use strict';

/**
 * A table of comma separated values as cells to be written on. What nobody touches keeps its very
 * characters, so that a change of one cell is a change of one line.
 */

/** The name of a column: A, B, … Z, AA. */
function columnName(index) {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

/** Column and row, from 0, of a place such as "cell B9"; null for any other place. */
function cellAt(place) {
  const found = /\b([A-Z]{1,2})([1-9]\d*)\b/.exec(place);
  if (!found || !/cell|单元格/i.test(place)) {
    return null;
  }
  const column = [...found[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return {row: Number(found[2]) - 1, column};
}

/** The cells of a line as they are written, quotes and all. */
function splitLine(line) {
  const cells = [];
  let cell = '';
  let quoted = false;
  for (const character of line) {
    if (character === '"') {
      quoted = !quoted;
    }
    if (character === ',' && !quoted) {
      cells.push(cell);
      cell = '';
    } else {
      cell += character;
    }
  }
  cells.push(cell);
  return cells;
}

function unquoted(raw) {
  const text = raw.trim();
  return text.length > 1 && text.startsWith('"') && text.endsWith('"')
    ? text.slice(1, -1).replaceAll('""', '"')
    : raw;
}

function quoted(value) {
  return /[",]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

class Grid {
  /** changed() is called whenever somebody writes. */
  constructor(text, writable, changed) {
    this.mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    const body = text.slice(this.mark.length);
    this.end = body.includes('\r\n') ? '\r\n' : '\n';
    this.rows = body.split(/\r?\n/).map(splitLine);
    this.closed = this.rows.length > 1 && body.endsWith('\n');
    if (this.closed) {
      this.rows.pop();
    }
    this.writable = writable;
    this.changed = changed;
    this.current = {row: 0, column: 0};
    this.element = element('div', undefined, 'grid');
    this.findings = [];
    this.draw();
  }

  text() {
    return this.mark + this.rows.map((cells) => cells.join(',')).join(this.end) + (this.closed ? this.end : '');
  }

  get width() {
    return Math.max(1, ...this.rows.map((cells) => cells.length));
  }

  draw() {
    const made = element('table');
    const head = element('tr', element('th', ''));
    for (let column = 0; column < this.width; column++) {
      head.append(element('th', columnName(column)));
    }
    made.append(element('thead', head));
    const body = element('tbody');
    this.rows.forEach((cells, row) => {
      const line = element('tr', element('th', String(row + 1)));
      for (let column = 0; column < this.width; column++) {
        line.append(this.cell(row, column, cells[column] ?? ''));
      }
      body.append(line);
    });
    made.append(body);
    this.element.replaceChildren(made);
    this.show(this.findings);
  }

  cell(row, column, raw) {
    const field = element('textarea');
    field.rows = 1;
    field.value = unquoted(raw);
    field.readOnly = !this.writable;
    field.spellcheck = false;
    field.dataset.cell = `${columnName(column)}${row + 1}`;
    field.setAttribute('aria-label', say('cellOf', {cell: field.dataset.cell}));
    field.addEventListener('focus', () => {
      this.current = {row, column};
    });
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        event.preventDefault();
        this.go({row: row + (event.shiftKey ? -1 : 1), column});
      }
    });
    field.addEventListener('input', () => {
      const cells = this.rows[row];
      while (cells.length <= column) {
        cells.push('');
      }
      cells[column] = quoted(field.value.replace(/[\r\n]+/g, ' '));
      this.changed();
    });
    return element('td', field);
  }

  fieldAt({row, column}) {
    return this.element.querySelector(`[data-cell="${columnName(column)}${row + 1}"]`);
  }

  go(place) {
    const field = this.fieldAt(place);
    field?.scrollIntoView({block: 'center', inline: 'center'});
    field?.focus();
  }

  /** Marks the cells that findings name. */
  show(found) {
    this.findings = found;
    this.element.querySelectorAll('td').forEach((cell) => {
      cell.className = '';
      cell.firstChild.title = '';
    });
    found.forEach((one) => {
      const place = cellAt(one.place);
      const field = place && this.fieldAt(place);
      if (field) {
        if (field.parentElement.className !== 'wrong') {
          field.parentElement.className = one.severity === 'ERROR' ? 'wrong' : 'hint';
        }
        field.title = [field.title, one.message].filter((text) => text !== '').join('\n');
      }
    });
  }

  redrawn(change) {
    change(this.current);
    this.findings = [];
    this.draw();
    this.changed();
    this.go(this.current);
  }

  addRow() {
    this.redrawn(({row}) => this.rows.splice(row + 1, 0, Array(this.width).fill('')));
  }

  deleteRow() {
    if (this.rows.length > 1) {
      this.redrawn(({row, column}) => {
        this.rows.splice(row, 1);
        this.current = {row: Math.min(row, this.rows.length - 1), column};
      });
    }
  }

  addColumn() {
    this.redrawn(({column}) => this.rows.forEach((cells) => {
      if (cells.length > column) {
        cells.splice(column + 1, 0, '');
      }
    }));
  }

  deleteColumn() {
    if (this.width > 1) {
      this.redrawn(({row, column}) => {
        this.rows.forEach((cells) => cells.splice(column, 1));
        this.current = {row, column: Math.min(column, this.width - 1)};
      });
    }
  }
}
