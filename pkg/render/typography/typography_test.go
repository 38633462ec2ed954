package typography_test

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/typography"
)

func marks(open, end string) document.Quotation { return document.Quotation{Open: open, Close: end} }

var (
	english = &document.Typography{Quotes: marks("“", "”"), Inner: marks("‘", "’"), Apostrophe: "’", Dash: "–",
		Units: []string{"per cent", "%", "km", "CHF"}, Numbered: []string{"No.", "para.", "art.", "CHF"}, Together: []string{"Mr.", "Sir"}, Elided: []string{"'tis", "'twas", "'n'"}, Joints: []string{" to "}}
	french = &document.Typography{Quotes: marks("«", "»"), Inner: marks("“", "”"), Apostrophe: "’", Dash: "–",
		BlankBefore: ":;!?»", BlankBehind: "«", Units: []string{"%", "km"}, Numbered: []string{"par."}, Joints: []string{" au "}}
	spanish = &document.Typography{Quotes: marks("“", "”"), Inner: marks("‘", "’"), Apostrophe: "’"}
	russian = &document.Typography{Quotes: marks("«", "»"), Inner: marks("„", "“"), Dash: "—", Units: []string{"г."}, Numbered: []string{"рис."}, Together: []string{"т. е.", "т. д."}, Joints: []string{" по "}}
)

// TestTexts: how languages set what is typed; ~ is a blank at which no line ends.
func TestTexts(t *testing.T) {
	for _, c := range []struct {
		y              *document.Typography
		typed, printed string
	}{
		{english, `The Unit's States' Parties' "plan".`, `The Unit’s States’ Parties’ “plan”.`},
		{english, `He said: "it is 'good' work", and "more".`, `He said: “it is ‘good’ work”, and “more”.`},
		{english, `"A "plan" in a plan"`, `“A ‘plan’ in a plan”`},
		{english, `The 'old' plan, the States' duty`, `The ‘old’ plan, the States’ duty`},
		{english, `a pipe of 12", 5'10" and 5' 10" long`, `a pipe of 12", 5'10" and 5' 10" long`},
		{english, `"in 2018" and 12" wide`, `“in 2018” and 12" wide`},
		{english, `an "open quotation`, `an "open quotation`},
		{english, `a "good" and an "open quotation's end`, `a “good” and an "open quotation’s end`},
		{english, `an "open quotation and "good" ones`, `an "open quotation and “good” ones`},
		{english, `it's 'twixt the 'old' plan`, `it’s 'twixt the ‘old’ plan`},
		{english, `"A"-"B" and "C", pre-"war" "x"`, `“A”-“B” and “C”, pre-“war” “x”`},
		{english, `"a 12" ruler" and "b"`, `“a 12" ruler” and “b”`},
		{english, `"a 12" and "b" ruler"`, `“a 12” and “b” ruler"`},
		{english, `the '90s, "rock 'n' roll", 'Tis 'a '70s' hit', 'tisane' '90`, `the ’90s, “rock ’n’ roll”, ’Tis ‘a ’70s’ hit’, ‘tisane’ '90`},
		{english, `at https://a.org/it's?c='d' and (https://a.org/x='b'), 'http://a.org/d', www.a.org'`, `at https://a.org/it's?c='d' and (https://a.org/x='b'), ‘http://a.org/d’, www.a.org'`},
		{english, `("see 'A'")`, `(“see ‘A’”)`},
		{english, `at https://a.org/it's?a="b" or o'neil@un.org's`, `at https://a.org/it's?a="b" or o'neil@un.org's`},
		{english, `one -- two--three --four 4-6 -5`, `one~– two--three --four 4-6 -5`},
		{english, `one – two — three –four`, `one~– two~— three –four`},
		{english, `20 per cent of 5 km, CHF 5 and 5 CHF; para. 4, No. 5, apara. 4, 5 kmh`, `20~per cent of 5~km, CHF~5 and 5~CHF; para.~4, No.~5, apara. 4, 5 kmh`},
		{english, `by A. B. Name and J. Doe; annex A. The end. A. B.`, `by A.~B.~Name and J. Doe; annex A. The end. A.~B.`},
		{english, `1 500 CHF, 12 000 000 and 1 000 0000; 2018 500 000, 1 50, 1234 567, 5 600 7`, `1~500~CHF, 12~000~000 and 1~000 0000; 2018 500~000, 1 50, 1234 567, 5~600 7`},
		{english, `of 101 102 103 104 105 106`, `of 101 102 103 104 105 106`},
		{english, `J.R.R. Tolkien, in the U.S. of A., etc. and Mr. Smith, Sir John, Sirs come`, `J.R.R.~Tolkien, in the U.S. of A., etc. and Mr.~Smith, Sir~John, Sirs come`},
		{russian, `А.С. Пушкина, т. е. план, и т. д. в 2025 г. (рис. 3)`, `А.С.~Пушкина, т.~е. план, и т.~д. в 2025~г. (рис.~3)`},
		{english, `why: so; 10:30`, `why: so; 10:30`},
		{english, ``, ``},
		{french, `L'objet : "aide"; "mot" !`, `L’objet~: «~aide~»~; «~mot~»~!`},
		{french, `Objet: 10:30, 1:2, http://a.b/c?d=e; fin?!`, `Objet~: 10:30, 1:2, http://a.b/c?d=e~; fin~?!`},
		{french, `« déjà » et «collé», l'"aide"`, `«~déjà~» et «~collé~», l’«~aide~»`},
		{french, `"un "deux" trois"`, `«~un “deux” trois~»`},
		{french, `un 'mot' d'elle`, `un 'mot' d’elle`},
		{french, `(voir par. 5: 20 %)`, `(voir par.~5~: 20~%)`},
		{french, `:`, `:`},
		{spanish, `"el 'plan'": 5 km`, `“el ‘plan’”: 5 km`},
		{spanish, `¡"Hola"! y "x", ¿"Hola"? "¿Sí?"`, `¡“Hola”! y “x”, ¿“Hola”? “¿Sí?”`},
		{spanish, `"Artículo 5"-"Artículo 6" y "bien"`, `“Artículo 5”-“Artículo 6” y “bien”`},
		{russian, `об"ем и "да"`, `об"ем и «да»`},
		{russian, `"план "работы" на год" -- 2018: да!`, `«план „работы“ на год»~— 2018: да!`},
		{nil, `The Unit's "plan" -- 5 km`, `The Unit's "plan" -- 5 km`},
		{&document.Typography{}, `The Unit's "plan" -- 5 km`, `The Unit's "plan" -- 5 km`},
	} {
		if got := strings.ReplaceAll(typography.String(c.typed, c.y), "\u00a0", "~"); got != c.printed {
			t.Errorf("%s\ngot  %s\nwant %s", c.typed, got, c.printed)
		}
		page := typography.String(c.typed, c.y)
		if again := typography.String(page, c.y); again != page {
			t.Errorf("%s is set again as %s", page, again)
		}
		if got := typography.Typed(page, c.typed, c.y); got != c.typed {
			t.Errorf("%s is typed %s, not %s", page, got, c.typed)
		}
		if strings.Contains(c.typed, `"`) && strings.Count(c.typed, `"`) > 2 {
			continue // marks in marks are not alike
		}
		if a, b := typography.Alike(page), typography.Alike(c.typed); a != b {
			t.Errorf("%s is not alike: %s and %s", c.typed, a, b)
		}
	}
}

// TestNewWords of a page are typed as the plan would have them.
func TestNewWords(t *testing.T) {
	for _, c := range []struct {
		y                   *document.Typography
		plain, found, typed string
	}{
		{english, `The Unit's plan`, `The President’s plan`, `The President's plan`},
		{english, `The Unit’s plan`, `The Unit’s new plan`, `The Unit’s new plan`},
		{english, `The plan`, `The “new” plan`, `The "new" plan`},
		{english, `The plan`, `The “new plan`, `The “new plan`},
		{english, `The Unit's plan`, `The Unit’s “new plan`, `The Unit's “new plan`},
		{english, ``, `The Unit’s plan`, `The Unit's plan`},
		{french, `L'objet: "aide"`, `L’objet : « aide utile »`, `L'objet: "aide utile"`},
		{french, `L'objet: aide`, `L’autre objet : aide !`, `L'autre objet: aide!`},
		{french, `Dit "oui" et "l'état de la 'Convention' en 2024".`, `Dit « non » et « l’état de la “Convention” en 2024 ».`, `Dit "non" et "l'état de la 'Convention' en 2024".`},
		{russian, `Он "да" и "план 'работы' на год".`, `Он «нет» и «план „работы“ на год».`, `Он "нет" и "план 'работы' на год".`},
		{french, `Dit "l'état 'un'".`, `Dit « l’état “un” et “deux” ».`, `Dit "l'état 'un' et "deux"".`},
		{french, `Dit "oui 'a'".`, `Dit oui 'a'.`, `Dit oui 'a'.`},
		{nil, `The Unit's plan`, `The President’s plan`, `The President’s plan`},
		{&document.Typography{}, `The Unit's plan`, `The President’s plan`, `The President’s plan`},
	} {
		if got := typography.Typed(c.found, c.plain, c.y); got != c.typed {
			t.Errorf("%q in %q is typed %q, want %q", c.found, c.plain, got, c.typed)
		}
	}
}

func TestRunsKeepWhatTheyAre(t *testing.T) {
	text := document.Text{{Text: `the Unit`, Strong: true, Name: "a"}, {Text: `'s "`}, {Text: "plan", Link: "https://a.b"}, {Text: `", from `},
		{Text: "1 January to 31 December 2018", Keep: true, Name: "period"}, {Text: " at "}, {Text: "CHF 5", Keep: true}}
	got := typography.Text(text, english)
	want := document.Text{{Text: `the Unit`, Strong: true, Name: "a"}, {Text: `’s “`}, {Text: "plan", Link: "https://a.b"}, {Text: `”, from `},
		{Text: "1 January", Keep: true, Name: "period"}, {Text: " ", Name: "period"}, {Text: "to 31 December 2018", Keep: true, Name: "period"}, {Text: " at "}, {Text: "CHF 5", Keep: true}}
	if len(got) != len(want) {
		t.Fatalf("got %+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("run %d is %+v, want %+v", i, got[i], want[i])
		}
	}
	if text[1].Text != `'s "` {
		t.Error("the text itself was changed")
	}
}

func TestPeriodsArePartedBehindADash(t *testing.T) {
	got := typography.Text(document.Text{{Text: "1 мая – 2 июня 2018 года", Keep: true}}, &document.Typography{Joints: []string{" – "}})
	if len(got) != 3 || got[0].Text != "1 мая\u00a0–" || got[1].Keep || got[2].Text != "2 июня 2018 года" {
		t.Errorf("got %+v", got)
	}
}

// TestComparisons: what was taken out is set with what stood around it.
func TestComparisons(t *testing.T) {
	text := document.Text{{Text: `The "`}, {Text: `old`, Edit: document.Deleted}, {Text: `new`, Edit: document.Inserted}, {Text: `" plan`},
		{Text: ` "of`, Edit: document.Deleted}, {Text: ` in "all`, Edit: document.Inserted}, {Text: ` times"`}}
	if got := typography.Text(text, english).String(); got != `The “oldnew” plan “of in “all times”` {
		t.Error(got)
	}
}

func TestSet(t *testing.T) {
	plain := document.Plain(`a's`)
	doc := &document.Document{Meta: document.Meta{Typography: english}, Masthead: document.Masthead{Name: plain, Session: []document.Text{plain}},
		Blocks: []document.Block{document.Heading{Text: plain}, &document.Paragraph{Text: plain}, nil, document.List{Items: []document.Item{{Text: plain, Items: []document.Item{{Text: plain}}}}},
			document.Result{Label: "b's", Text: plain}, document.Box{Title: plain, Blocks: []document.Block{document.Paragraph{Text: plain}}},
			document.Table{Caption: plain, Columns: []document.Column{{Head: plain}}, Heads: []document.Head{{Text: plain}}, Rows: []document.Row{{Cells: []document.Text{plain}}}, Notes: []document.Text{plain}},
			document.Chart{Title: plain, Series: []document.Text{plain}, Bars: []document.Bar{{Label: plain}}}}}
	out := typography.Set(doc)
	for text := range out.Printed() {
		if strings.Contains(text, "'") {
			t.Errorf("%s is as typed", text)
		}
	}
	for text := range doc.Printed() {
		if strings.Contains(text, "’") {
			t.Errorf("%s was changed in the document itself", text)
		}
	}
	if without := (&document.Document{}); typography.Set(without) != without {
		t.Error("there is nothing to set")
	}
}

// TestNothingElseChanges: without its marks and blanks a text is the same, and set again it
// stays, but for marks in a row that mean nothing; what a page says is typed as it was, whatever it was.
func TestNothingElseChanges(t *testing.T) {
	words := []string{"Unit", "'", `"`, " ", " ", "s", "5", "km", "--", "-", ":", ";", "«", "»", "“", "”", "’", "A.", "é", "я", "?", "(", ")", "\u00a0", "https://a.b/", "\xff", "–"}
	bare := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) || strings.ContainsRune(`'"“”‘’„«»–—-`, r) {
				return -1
			}
			return r
		}, s)
	}
	rapid.Check(t, func(t *rapid.T) {
		y := rapid.SampledFrom([]*document.Typography{english, french, spanish, russian}).Draw(t, "language")
		var text document.Text
		for _, s := range rapid.SliceOf(rapid.SliceOf(rapid.SampledFrom(words))).Draw(t, "runs") {
			text = append(text, document.Run{Text: strings.Join(s, ""), Edit: rapid.SampledFrom(document.Edits()).Draw(t, "edit"), Keep: rapid.Bool().Draw(t, "keep")})
		}
		out := typography.Text(text, y)
		if bare(out.String()) != bare(text.String()) {
			t.Fatalf("%q became %q", text.String(), out.String())
		}
		plain := text.String()
		page := typography.String(plain, y)
		if again := typography.String(page, y); again != page && !strings.Contains(plain, "''") && !strings.Contains(plain, `""`) && !strings.Contains(plain, `'"`) && !strings.Contains(plain, `"'`) {
			t.Fatalf("%q became %q, and then %q", plain, page, again)
		}
		if typography.Alike(page) == typography.Alike(plain) && typography.Typed(page, plain, y) != plain {
			t.Fatalf("%q is typed %q", page, typography.Typed(page, plain, y))
		}
	})
}
