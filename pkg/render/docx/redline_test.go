package docx_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
	"github.com/isuplan/isuplan/pkg/render/docx"
)

func redline(t *testing.T, old, now *document.Document) []byte {
	t.Helper()
	file, err := docx.Redline(t.Context(), old, now, document.Seal{})
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func accept(n *docxtest.Node) error { return docxtest.Resolve(n, true) }
func reject(n *docxtest.Node) error { return docxtest.Resolve(n, false) }

// version is one side of a redline, with what its own file shows.
type version struct {
	*document.Document
	shows []string
}

func versionOf(t *testing.T, doc *document.Document) version {
	t.Helper()
	shows, err := docxtest.Shown(render(t, doc), nil)
	if err != nil {
		t.Fatal(err)
	}
	return version{doc, shows}
}

// holds holds that a redline is the new document with its changes accepted and the old
// one with them rejected.
func holds(t *testing.T, old, now version) {
	t.Helper()
	file := opened(t, redline(t, old.Document, now.Document))
	wellFormed(t, file)
	for _, side := range []struct {
		name    string
		want    []string
		resolve func(*docxtest.Node) error
	}{{"accepted", now.shows, accept}, {"rejected", old.shows, reject}} {
		got, err := file.Shown(side.resolve)
		if err != nil {
			t.Fatal(err)
		}
		want := side.want
		if slices.Equal(got, want) {
			continue
		}
		at := 0
		for at < min(len(got), len(want)) && got[at] == want[at] {
			at++
		}
		t.Fatalf("%s, at line %d of %d and %d:\ngot  %s\nwant %s", side.name, at, len(got), len(want),
			strings.Join(got[at:min(at+2, len(got))], "\n"), strings.Join(want[at:min(at+2, len(want))], "\n"))
	}
}

// TestRejectedIsOldAcceptedIsNew, whatever the two documents are.
func TestRejectedIsOldAcceptedIsNew(t *testing.T) {
	versions := map[string]version{}
	for name, doc := range documents() {
		if name != "many columns" && name != "sample" { // costly; the latter is in TestRandomChanges
			versions[name] = versionOf(t, doc)
		}
	}
	names := slices.Sorted(maps.Keys(versions))
	for _, old := range names {
		for _, now := range names {
			t.Run(old+" to "+now, func(t *testing.T) {
				t.Parallel()
				holds(t, versions[old], versions[now])
			})
		}
	}
}

// TestRandomChanges takes a document and makes a few changes in it.
func TestRandomChanges(t *testing.T) {
	unchanged := versionOf(t, sample())
	for seed := range uint64(100) {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			e := editor{rand.New(rand.NewPCG(seed, 5))}
			changed := func() version {
				doc := sample()
				doc.Blocks = e.blocks(doc.Blocks)
				return versionOf(t, doc)
			}
			old, now := unchanged, changed()
			if seed%3 == 0 {
				old = changed()
			}
			holds(t, old, now)
		})
	}
}

// marked returns what a redline's marks hold: the texts of its paragraphs, each with the
// elements that it stands in, such as "del moved text".
func marked(t *testing.T, file []byte) (lines []string) {
	t.Helper()
	n := node(t, wellFormed(t, opened(t, file)), "word/document.xml")
	n.Walk(func(p *docxtest.Node) bool {
		if p.XMLName.Local != "p" {
			return true
		}
		for i := range p.Nodes {
			name, text := p.Nodes[i].XMLName.Local, ""
			p.Nodes[i].Walk(func(c *docxtest.Node) bool {
				if c.XMLName.Local == "t" || c.XMLName.Local == "delText" {
					text += c.Text
				}
				return c.XMLName.Local != "pPr"
			})
			if text != "" {
				lines = append(lines, name+" "+text)
			}
		}
		return false
	})
	return lines
}

func TestMovedActivitiesMove(t *testing.T) {
	activity := func(label, text string) document.Block {
		return document.Result{Level: 3, Label: label, Text: document.Plain(text)}
	}
	one, two, three := "Hold three workshops on reporting.", "Keep the archive of all meetings.", "Advise."
	old := &document.Document{Blocks: []document.Block{activity("Activity 1.1.1:", one), activity("Activity 1.1.2:", two), activity("Activity 1.1.3:", three)}}
	now := &document.Document{Blocks: []document.Block{activity("Activity 1.1.1:", two), activity("Activity 1.1.2:", three), activity("Activity 1.1.3:", one)}}
	for _, doc := range []*document.Document{old, now} {
		doc.Blocks = append(doc.Blocks, document.Paragraph{Text: document.Plain("End.")})
	}
	got := strings.Join(marked(t, redline(t, old, now)), "\n")
	want := "moveFrom Activity 1.1.1: " + one + "\nr Activity \ndel 1.1.2\nins 1.1.1\nr : \nr " + two + "\nr Activity \ndel 1.1.3\nins 1.1.2\nr : \nr " + three + "\nmoveTo Activity 1.1.3: " + one + "\nr End."
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	holds(t, versionOf(t, old), versionOf(t, now))
}

// TestALongListIsNotReplaced where one result was put in front of hundreds.
func TestALongListIsNotReplaced(t *testing.T) {
	old, now := &document.Document{}, &document.Document{Blocks: []document.Block{document.Result{Level: 3, Label: "Activity 1.1.1:", Text: document.Plain("A new one.")}}}
	table, longer := document.Table{Columns: []document.Column{{}, {Numeric: true}}}, document.Table{Columns: []document.Column{{}, {Numeric: true}}}
	longer.Rows = append(longer.Rows, document.Row{Cells: []document.Text{document.Plain("New line"), document.Plain("1")}})
	for i := range 600 {
		n := strconv.Itoa(i)
		old.Blocks = append(old.Blocks, document.Result{Level: 3, Label: "Activity 1.1." + n, Text: document.Plain("Hold workshop " + n)})
		now.Blocks = append(now.Blocks, document.Result{Level: 3, Label: "Activity 1.2." + n, Text: document.Plain("Hold workshop " + n)})
		table.Rows = append(table.Rows, document.Row{Cells: []document.Text{document.Plain("Line of costs " + n), document.Plain(n + ",000")}})
		longer.Rows = append(longer.Rows, document.Row{Cells: []document.Text{document.Plain("Line of costs " + n), document.Plain(n + ",500")}})
	}
	old.Blocks, now.Blocks = append(old.Blocks, table), append(now.Blocks, longer)
	for _, line := range marked(t, redline(t, old, now)) {
		if strings.HasPrefix(line, "ins ") && strings.Contains(line, "workshop") || strings.HasPrefix(line, "ins Line") {
			t.Fatalf("put in anew: %s", line)
		}
	}
}

func TestTwoChartsAreNeverOne(t *testing.T) {
	chart := func(value string) *document.Document {
		return &document.Document{Blocks: []document.Block{document.Chart{Title: document.Plain("By line"), Alt: "in words",
			Bars: []document.Bar{{Label: document.Plain("Travel"), Values: []document.BarValue{{Text: value, To: 9000}}}}}, document.Paragraph{Text: document.Plain("End.")}}}
	}
	file := wellFormed(t, opened(t, redline(t, chart("1,000"), chart("2,000"))))
	node(t, file, "word/document.xml").Walk(func(p *docxtest.Node) bool {
		drawings := 0
		p.Walk(func(n *docxtest.Node) bool {
			if n.XMLName.Local == "drawing" {
				drawings++
			}
			return true
		})
		if p.XMLName.Local == "p" && drawings > 1 {
			t.Error("two charts in one paragraph")
		}
		return true
	})
}

// TestDeletedEndsCanBeRead: the text that goes does not stand in a line of a point.
func TestDeletedEndsCanBeRead(t *testing.T) {
	old := &document.Document{Blocks: []document.Block{budget(), document.Paragraph{Text: document.Plain("A note at the end.")}}}
	now := &document.Document{Blocks: []document.Block{budget()}}
	node(t, wellFormed(t, opened(t, redline(t, old, now))), "word/document.xml").Walk(func(p *docxtest.Node) bool {
		if p.XMLName.Local == "p" && p.First("delText") != nil && p.First("pStyle").Attr("val") != "BodyText" {
			t.Errorf("the deleted text is set as %s", p.First("pStyle").Attr("val"))
		}
		return true
	})
	one, other := versionOf(t, old), versionOf(t, now)
	holds(t, one, other)
	holds(t, other, one)
}

// TestListsOfARedlineBeginByThemselves: no two have one form.
func TestListsOfARedlineBeginByThemselves(t *testing.T) {
	forms := map[string]bool{}
	for _, n := range node(t, wellFormed(t, opened(t, redline(t, documents()["lists restart"], sample()))), "word/numbering.xml").Nodes {
		if n.XMLName.Local != "num" {
			continue
		}
		form := n.First("abstractNumId").Attr("val")
		if forms[form] {
			t.Errorf("the list %s has the form of another", n.Attr("numId"))
		}
		forms[form] = true
	}
}

// editor changes documents at random.
type editor struct{ *rand.Rand }

func (e editor) blocks(list []document.Block) []document.Block {
	list = slices.Clone(list)
	for range 1 + e.IntN(4) {
		at := e.IntN(len(list) + 1)
		if at == len(list) {
			list = append(list, e.fresh())
			continue
		}
		switch e.IntN(6) {
		case 0:
			list = slices.Delete(list, at, at+1)
		case 1:
			list = slices.Insert(list, at, e.fresh())
		case 2: // moved
			b := list[at]
			list = slices.Delete(list, at, at+1)
			list = slices.Insert(list, e.IntN(len(list)+1), b)
		default:
			list[at] = e.block(list[at])
		}
	}
	return list
}

func (e editor) fresh() document.Block {
	blocks := sample().Blocks
	b := blocks[e.IntN(len(blocks))]
	if e.IntN(2) == 0 {
		return e.block(b)
	}
	return b
}

func (e editor) block(b document.Block) document.Block {
	switch b := b.(type) {
	case document.Paragraph:
		b.Text = e.text(b.Text)
		if e.IntN(3) == 0 {
			b.Number = []string{"", "1.", "2.", "7."}[e.IntN(4)]
		}
		return b
	case document.Heading:
		b.Text, b.Level = e.text(b.Text), 1+e.IntN(3)
		return b
	case document.Result:
		b.Text = e.text(b.Text)
		return b
	case document.Box:
		b.Blocks = e.blocks(b.Blocks)
		return b
	case document.List:
		b.Items = e.items(b.Items)
		return b
	case document.Table:
		return e.table(b)
	case document.Chart:
		b.Alt += "!"
		return b
	}
	return b
}

func (e editor) text(t document.Text) document.Text {
	t = slices.Clone(t)
	if len(t) == 0 {
		return document.Plain("New words.")
	}
	r := &t[e.IntN(len(t))]
	words := strings.Split(r.Text, " ")
	at := e.IntN(len(words))
	switch e.IntN(4) {
	case 0:
		words[at] = "other"
	case 1:
		words = slices.Delete(words, at, at+1)
	case 2:
		words = slices.Insert(words, at, "more", "words")
	case 3:
		r.Strong = !r.Strong
	}
	r.Text = strings.Join(words, " ")
	return t
}

func (e editor) items(list []document.Item) []document.Item {
	list = slices.Clone(list)
	at := e.IntN(len(list) + 1)
	switch {
	case at == len(list):
		return append(list, document.Item{Marker: "(z)", Text: prose(20)})
	case e.IntN(3) == 0:
		return slices.Delete(list, at, at+1)
	}
	list[at].Text = e.text(list[at].Text)
	return list
}

func (e editor) table(t document.Table) document.Table {
	t.Rows = slices.Clone(t.Rows)
	at := e.IntN(len(t.Rows))
	switch e.IntN(5) {
	case 0:
		t.Rows = slices.Delete(t.Rows, at, at+1)
	case 1:
		t.Rows = slices.Insert(t.Rows, at, document.Row{Cells: []document.Text{document.Plain("Travel"), document.Plain("2"), {{Text: "x", Note: 1}}}})
	case 2:
		t.Notes = append([]document.Text{{{Text: "a/ ", Note: 1}, {Text: "Another note."}}}, t.Notes[1:]...)
	case 3:
		t.Columns = append(slices.Clone(t.Columns), document.Column{Head: document.Plain("2019"), Width: 1, Numeric: true})
	default:
		r := &t.Rows[at]
		r.Cells = slices.Clone(r.Cells)
		c := e.IntN(len(r.Cells))
		r.Cells[c] = e.text(r.Cells[c])
	}
	return t
}

// BenchmarkRedline compares documents of n paragraphs of which every fifth is reworded,
// and documents of which all are.
func BenchmarkRedline(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		for name, every := range map[string]int{"some": 5, "all": 1} {
			old, now := &document.Document{}, &document.Document{}
			for i := range n {
				text := "Activity " + strconv.Itoa(i) + " of the Unit: " + prose(30).String()
				old.Blocks = append(old.Blocks, document.Paragraph{Text: document.Plain(text)})
				if i%every == 0 {
					text = strings.Replace(text, "support", "advise "+strconv.Itoa(i), 2)
				}
				now.Blocks = append(now.Blocks, document.Paragraph{Text: document.Plain(text)})
			}
			b.Run(name+"/"+strconv.Itoa(n), func(b *testing.B) {
				for b.Loop() {
					if _, err := docx.Redline(b.Context(), old, now, document.Seal{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
