/*
 * The library that draws the forms says its own few words ("Select", "Field is required.") in
 * English only and has no setting for another language. This puts them into the language of the
 * browser as they appear. The words of our forms are not touched: they come translated.
 */
const chinese = navigator.language.toLowerCase().startsWith('zh');

const SAID = [
  [/^Select$/, '请选择'],
  [/^Search$/, '搜索'],
  [/^No results$/, '没有匹配项'],
  [/^hh:mm$/, '时:分'],
  [/^Field is required\.$/, '请填写此项。', 'Please fill this in.'],
  [/^Field must match pattern .*\.$/, '格式不正确，请参照示例填写。', 'Not in the form asked for; please follow the example.'],
  [/^Field must have minimum value of (.*)\.$/, '不得小于 $1。', 'At least $1.'],
  [/^Field must have maximum value of (.*)\.$/, '不得大于 $1。', 'At most $1.'],
  [/^Field must have minimum length of (.*)\.$/, '至少 $1 个字符。', 'At least $1 characters.'],
  [/^Field must have maximum length of (.*)\.$/, '最多 $1 个字符。', 'At most $1 characters.'],
  [/^Value is not a number\.$/, '请输入数字。', 'Please enter a number.'],
  [/^Value is expected to be an integer\.$/, '请输入整数。', 'Please enter a whole number.'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, '最多 $1 位小数。', 'At most $1 digits behind the point.'],
  [/^Please select a valid value, the two nearest valid values are (.*) and (.*)\.$/, '请输入有效数值，最接近的是 $1 和 $2。'],
  ...names({ month: 'long' }, index => new Date(2026, index, 1), 12),
  ...names({ weekday: 'short' }, index => new Date(2026, 0, 4 + index), 7)
];

const SAYS = [
  '.fjs-select-placeholder',
  '.fjs-dropdownlist-empty',
  '.fjs-form-field-error li',
  '.flatpickr-monthDropdown-months option',
  '.flatpickr-weekday'
].join();

function names(format, date, count) {
  const english = new Intl.DateTimeFormat('en', format);
  const here = new Intl.DateTimeFormat('zh', format);
  return Array.from({ length: count }, (_, index) => [
    new RegExp(`^${english.format(date(index))}$`),
    here.format(date(index))
  ]);
}

function translated(text) {
  const words = text.trim();
  const found = SAID.find(([said]) => said.test(words));
  const instead = found && (chinese ? found[1] : found[2]);
  return instead ? words.replace(found[0], instead) : text;
}

function translate() {
  document.querySelectorAll(SAYS).forEach(element => {
    // The text is changed in its place, since the library keeps hold of the node.
    const text = element.firstChild;
    if (text && text.nodeType === Node.TEXT_NODE && translated(text.data) !== text.data) {
      text.data = translated(text.data);
    }
  });
  document.querySelectorAll('.fjs-container input[placeholder]').forEach(input => {
    if (translated(input.placeholder) !== input.placeholder) {
      input.placeholder = translated(input.placeholder);
    }
  });
}

new MutationObserver(translate).observe(document.body, {
  childList: true,
  characterData: true,
  subtree: true
});
