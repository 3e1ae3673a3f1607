'use strict';

function showTiles(data) {
  const share = data.receivables > 0 ? 100 * data.overdue / data.receivables : undefined;
  const used = data.limit > 0 ? 100 * data.receivables / data.limit : undefined;
  $('#tiles').replaceChildren(
    tile(say('receivables'), money(data.receivables),
      say('ofLimit', {percent: percent(used), limit: money(data.limit)})),
    tile(say('overdue'), money(data.overdue), say('ofReceivables', {percent: percent(share)})),
    tile(say('dso'), days(data.dso, 1), say('dsoMore')),
    tile(say('late'), count(data.reviews.late), say('dueToday', {number: count(data.reviews.today)})),
    tile(say('onHold'), count(data.onHold), say('noCredit')));
}

function showMonths(data) {
  const months = data.months.some((month) => month.receivables > 0 || month.invoiced > 0) ? data.months : [];
  chart('month', say('byMonth'), months.map((month) => month.month), [
    {label: say('receivables'), data: months.map((month) => month.receivables), backgroundColor: COLOURS.pale, order: 2},
    {label: say('overdue'), data: months.map((month) => month.overdue), backgroundColor: COLOURS.alarm, order: 2},
    {
      label: `${say('dso')} (${say('days')})`, data: months.map((month) => month.dso ?? null), type: 'line',
      yAxisID: 'days', borderColor: COLOURS.won, backgroundColor: COLOURS.won, order: 1
    }
  ], {
    lying: false,
    axes: {
      y: {title: {display: true, text: 'CNY'}},
      more: {
        days: {
          position: 'right', beginAtZero: true, grid: {drawOnChartArea: false},
          title: {display: true, text: say('days')}
        }
      }
    }
  });
  table('month', say('byMonth'), [
    [say('month'), (month) => month.month],
    [say('until'), (month) => month.end],
    [say('receivables'), (month) => money(month.receivables), true],
    [say('overdue'), (month) => money(month.overdue), true],
    [say('overdueShare'), (month) => percent(month.overdueShare), true],
    [say('invoiced'), (month) => money(month.invoiced), true],
    [say('dso'), (month) => days(month.dso), true]
  ], months, say('nothing'));
}

function showExposure(data) {
  const name = (row) => (row.band === undefined ? row.tierLabel : `${row.tierLabel}, ${row.bandLabel}`);
  chart('exposure', say('exposure'), data.exposure.map(name), [
    {label: say('limit'), data: data.exposure.map((row) => row.limit), backgroundColor: COLOURS.pale},
    {label: say('open'), data: data.exposure.map((row) => row.open), backgroundColor: COLOURS.bar},
    {label: say('overdue'), data: data.exposure.map((row) => row.overdue), backgroundColor: COLOURS.alarm}
  ]);
  const sum = (field) => data.exposure.reduce((all, row) => all + row[field], 0);
  table('exposure', say('exposure'), [
    [say('tier'), (row) => row.tierLabel],
    [say('band'), (row) => row.bandLabel],
    [say('customers'), (row) => count(row.customers), true],
    [say('limit'), (row) => money(row.limit), true],
    [say('open'), (row) => money(row.open), true],
    [say('overdue'), (row) => money(row.overdue), true],
    [say('use'), (row) => element('span', percent(row.use), row.use > 100 ? 'over' : ''), true]
  ], data.exposure, say('nothingNow'), [
    say('all'), '', count(sum('customers')), money(data.limit), money(data.receivables), money(data.overdue),
    percent(data.limit > 0 ? 100 * data.receivables / data.limit : undefined)
  ]);
}

function showMovements(data) {
  const names = ['first', 'up', 'same', 'down'];
  const colours = {first: COLOURS.lost, up: COLOURS.won, same: COLOURS.pale, down: COLOURS.alarm};
  const months = data.months.some((month) => names.some((name) => month[name] > 0)) ? data.months : [];
  chart('movement', say('movements'), months.map((month) => month.month), names.map((name) => (
    {label: say(name), data: months.map((month) => month[name]), backgroundColor: colours[name]}
  )), {lying: false, stacked: true});
  table('movement', say('movements'), [
    [say('month'), (month) => month.month],
    ...names.map((name) => [say(name), (month) => count(month[name]), true])
  ], months, say('nothing'));
}

function showReviews(data) {
  const reviews = data.reviews;
  const kinds = [
    ['soon', reviews.soon, COLOURS.pale],
    ['today', reviews.today, COLOURS.bar],
    ['week', reviews.week, COLOURS.lost],
    ['longerMonth', reviews.month, COLOURS.alarm],
    ['longer', reviews.longer, COLOURS.alarm]
  ];
  const some = kinds.some(([, number]) => number > 0) || reviews.open > 0;
  chart('review', say('reviews'), some ? kinds.map(([name]) => say(name)) : [], [{
    label: say('number'),
    data: kinds.map(([, number]) => number),
    backgroundColor: kinds.map(([, , colour]) => colour)
  }]);
  table('review', say('reviews'), [
    [say('review'), ([name]) => say(name)],
    [say('number'), ([, number]) => count(number), true]
  ], some ? [...kinds, ['underWay', reviews.open]] : [], say('nothingNow'));
}

function show(data) {
  const form = $('#filter');
  form.elements.asOf.value = data.asOf;
  form.elements.months.value = data.months.length;
  $('#empty').hidden = data.exposure.length > 0 || data.months.some((month) => month.invoiced > 0);
  showTiles(data);
  showMonths(data);
  showExposure(data);
  showMovements(data);
  showReviews(data);
}

const PAGE = {
  data: 'credit/data',
  show,
  loaded: (data) => say('loaded', {asOf: data.asOf})
};
