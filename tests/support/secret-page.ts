/** What stands in the text of `SECRET_PAGE` and must not stand in any row. Some are numbers published for tests. */
export const SECRETS = {
  card: '4111 1111 1111 1111',
  wideCard: '５５５５５５５５５５５５４４４４',
  amex: '3782-822463-10005',
  iban: 'DE89 3704 0044 0532 0130 00',
  token: 'b7Qx92LmVt5KcR81ZsPq',
  webToken: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5NXgL0n3I9PlFUP0THsR8U',
  accessKey: 'AKIAQ4ZT7VJ2M6XK9RBD',
  password: 'tulip8842field',
} as const;

const { card, wideCard, amex, iban, token, webToken, accessKey, password } = SECRETS;

/** An article about paying and signing in, with secrets in its title, headings, paragraphs, lists, code and at the ends of blocks. */
export const SECRET_PAGE = `<!doctype html><html lang="en"><head><title>Orders paid with ${card}</title></head><body><main>
<h1>How a shop keeps the books, with card ${amex}</h1>
<p>A ledger is a book in which every payment is written down twice, once as a debit and once as a credit.</p>
<p>The number ${card} was charged in March, and the clerk wrote the sum of 149.00 into the left column.</p>
<p>Double entry was described by Luca Pacioli in 1494, who had learned it from the merchants of Venice.</p>
<p>Rent is paid from the account ${iban}, which is written at the head of every bill.</p>
<p>会计把每一笔付款记两次，一次记在借方，一次记在贷方。卡号是${wideCard}，密码：${password}。</p>
<ul><li>The programme signs in with token: ${token} every night.</li><li>The warehouse sends Bearer ${webToken} along.</li></ul>
<pre><code>aws_access_key_id = ${accessKey}
total = sum(entry.debit for entry in ledger)</code></pre>
<p>A trial balance adds up both columns; if their sums differ, some entry was written only once. Card ${card}</p>
<p>${card} is the number that stands first in this paragraph about the closing of the books at the end of a year.</p>
</main></body></html>`;
