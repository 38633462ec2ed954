package docx_test

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
	"github.com/isuplan/isuplan/pkg/render/docx"
)

func render(t *testing.T, doc *document.Document) []byte {
	t.Helper()
	return sealed(t, doc, document.Seal{})
}

func sealed(t *testing.T, doc *document.Document, seal document.Seal) []byte {
	t.Helper()
	file, err := docx.Render(t.Context(), doc, seal)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// lines returns a document's paragraphs as Word shows them, those of nothing left out.
func lines(t *testing.T, doc *document.Document) []string {
	t.Helper()
	all, err := docxtest.Lines(render(t, doc))
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

func opened(t *testing.T, file []byte) *docxtest.File {
	t.Helper()
	f, err := docxtest.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// node returns the element of a part, which is not to be changed.
func node(t *testing.T, f *docxtest.File, name string) *docxtest.Node {
	t.Helper()
	n, err := f.Node(name)
	if err != nil {
		t.Fatalf("%v\n%s", err, f.Parts[name])
	}
	return n
}

// sound renders a document and returns the file, which is sound.
func sound(t *testing.T, doc *document.Document) *docxtest.File {
	t.Helper()
	return wellFormed(t, opened(t, render(t, doc)))
}

// wellFormed holds what Word wants of a file: well-formed parts of known types, and nothing
// that refers to what is not there.
func wellFormed(t *testing.T, file *docxtest.File) *docxtest.File {
	t.Helper()
	types := map[string]bool{}
	for _, n := range node(t, file, "[Content_Types].xml").Nodes {
		name := n.Attr("PartName")
		types[strings.TrimPrefix(name, "/")] = true
		if name != "" && file.Parts[name[1:]] == nil {
			t.Errorf("the type of %s is given, but it is not there", name)
		}
	}
	styles, lists := ids(node(t, file, "word/styles.xml"), "styleId"), ids(node(t, file, "word/numbering.xml"), "numId")
	lists["0"] = true // none
	for _, name := range slices.Sorted(maps.Keys(file.Parts)) {
		if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") {
			continue
		}
		n := node(t, file, name)
		if strings.HasSuffix(name, ".xml") && !types[name] && name != "[Content_Types].xml" {
			t.Errorf("%s has no type", name)
		}
		refers(t, file, name, n, styles, lists)
	}
	return file
}

func ids(n *docxtest.Node, attr string) map[string]bool {
	found := map[string]bool{}
	for i := range n.Nodes {
		found[n.Nodes[i].Attr(attr)] = true
	}
	return found
}

func refers(t *testing.T, file *docxtest.File, name string, n *docxtest.Node, styles, lists map[string]bool) {
	t.Helper()
	related := relations(t, file, name)
	drawings := map[string]bool{}
	moves := map[string]int{}
	defer func() {
		for key, n := range moves {
			other := strings.NewReplacer("moveFrom", "moveTo", "moveTo", "moveFrom").Replace(key)
			if n != 1 || moves[other] != 1 {
				t.Errorf("%s: %s is there %d times, its other half %d times", name, key, n, moves[other])
			}
		}
	}()
	n.Walk(func(n *docxtest.Node) bool {
		for _, a := range n.Attrs {
			if strings.HasSuffix(a.Name.Space, "/relationships") && !related[a.Value] {
				t.Errorf("%s: %s refers to %s, which is not there", name, n.XMLName.Local, a.Value)
			}
		}
		val := n.Attr("val")
		switch n.XMLName.Local {
		case "pStyle", "rStyle", "tblStyle", "basedOn", "next":
			if !styles[val] {
				t.Errorf("%s: there is no style %s", name, val)
			}
		case "numId":
			if !lists[val] {
				t.Errorf("%s: there is no list %s", name, val)
			}
		case "docPr":
			if id := n.Attr("id"); drawings[id] {
				t.Errorf("%s: two drawings are called %s", name, id)
			}
			drawings[n.Attr("id")] = true
		case "moveFromRangeStart", "moveToRangeStart":
			moves[n.XMLName.Local+n.Attr("name")]++
		case "p":
			for _, c := range n.Nodes {
				if strings.HasSuffix(c.XMLName.Local, "RangeEnd") {
					t.Errorf("%s: a move ends before its paragraph does", name)
				}
			}
		case "tc":
			if len(n.Nodes) == 0 || n.Nodes[len(n.Nodes)-1].XMLName.Local != "p" {
				t.Errorf("%s: a cell ends without a paragraph", name)
			}
		case "body":
			if n.Nodes[len(n.Nodes)-1].XMLName.Local != "sectPr" {
				t.Errorf("%s: the body does not end with its section", name)
			}
		case "tbl":
			spans(t, name, n)
		}
		return true
	})
}

// spans holds that every row of a table has as many columns as the table.
func spans(t *testing.T, name string, table *docxtest.Node) {
	columns := 0
	for _, n := range table.First("tblGrid").Nodes {
		if n.XMLName.Local == "gridCol" {
			columns++
		}
	}
	for i := range table.Nodes {
		if table.Nodes[i].XMLName.Local != "tr" {
			continue
		}
		n := 0
		for k := range table.Nodes[i].Nodes {
			c := &table.Nodes[i].Nodes[k]
			if c.XMLName.Local != "tc" {
				continue
			}
			n++
			if span := c.Nodes[0].First("gridSpan"); span != nil {
				more, _ := strconv.Atoi(span.Attr("val"))
				n += more - 1
			}
		}
		if n != columns {
			t.Errorf("%s: a row has %d columns, its table %d", name, n, columns)
		}
	}
}

// relations returns the ids that a part may refer to, each with its target there.
func relations(t *testing.T, file *docxtest.File, name string) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	rels := path.Join(path.Dir(name), "_rels", path.Base(name)+".rels")
	if file.Parts[rels] == nil {
		return found
	}
	for _, n := range node(t, file, rels).Nodes {
		if found[n.Attr("Id")] {
			t.Errorf("%s: %s is there twice", rels, n.Attr("Id"))
		}
		found[n.Attr("Id")] = true
		if target := path.Join(path.Dir(name), n.Attr("Target")); n.Attr("TargetMode") != "External" && file.Parts[target] == nil {
			t.Errorf("%s: there is no %s", rels, target)
		}
	}
	return found
}

func TestEveryPartIsSound(t *testing.T) {
	for name, doc := range documents() {
		t.Run(name, func(t *testing.T) { sound(t, doc) })
	}
}

// TestNumbersAreThoseOfTheDocument, whether Word counts them or they are written out.
func TestNumbersAreThoseOfTheDocument(t *testing.T) {
	for name, doc := range documents() {
		want := texts(doc.Blocks)
		got := lines(t, &document.Document{Meta: doc.Meta, Blocks: doc.Blocks})
		if !slices.Equal(got, want) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// TestNumbersAreAutomatic holds that what Word can count is not written out.
func TestNumbersAreAutomatic(t *testing.T) {
	file := sound(t, sample())
	for _, literal := range []string{">I.<", ">A.<", ">1.<", ">2.<", ">(a)<", ">(b)<", ">(i)<", ">•<"} {
		if bytes.Contains(file.Parts["word/document.xml"], []byte(literal)) {
			t.Errorf("%s is written out", literal)
		}
	}
	odd := sound(t, &document.Document{Blocks: []document.Block{document.Paragraph{Number: "1 bis.", Text: document.Plain("x")}}})
	if !bytes.Contains(odd.Parts["word/document.xml"], []byte(">1 bis.<")) {
		t.Error("a number that Word cannot count is lost")
	}
}

func TestHeadRowsAreRepeated(t *testing.T) {
	n := node(t, sound(t, sample()), "word/document.xml")
	tables := 0
	n.Walk(func(n *docxtest.Node) bool {
		if n.XMLName.Local != "tbl" || n.First("tblStyle").Attr("val") != "Budget" {
			return true
		}
		tables++
		for i, tr := range slices.DeleteFunc(slices.Clone(n.Nodes), func(n docxtest.Node) bool { return n.XMLName.Local != "tr" }) {
			if (tr.First("tblHeader") != nil) != (i == 0) || tr.First("cantSplit") == nil {
				t.Errorf("row %d is a head, or may be broken, wrongly", i)
			}
		}
		return true
	})
	if tables != 1 {
		t.Errorf("%d tables", tables)
	}
}

// TestFiguresAreNotKerned in Word either, where they stand below one another; all else is.
func TestFiguresAreNotKerned(t *testing.T) {
	file := sound(t, sample())
	if k := node(t, file, "word/styles.xml").First("docDefaults").First("kern"); k == nil || k.Attr("val") == "0" {
		t.Error("the styles do not kern")
	}
	figures, words := 0, 0
	node(t, file, "word/document.xml").Walk(func(n *docxtest.Node) bool {
		if n.XMLName.Local != "p" {
			return true
		}
		kern := n.First("kern")
		if jc := n.First("jc"); jc != nil && jc.Attr("val") == "right" && slices.Contains([]string{"TableText", "TableTotal"}, n.First("pStyle").Attr("val")) {
			figures++
			if kern == nil || kern.Attr("val") != "0" {
				t.Errorf("a figure is kerned: %s", n.XML())
			}
		} else if words++; kern != nil {
			t.Errorf("a word is not kerned: %s", n.XML())
		}
		return true
	})
	if figures == 0 || words == 0 {
		t.Errorf("%d figures, %d words", figures, words)
	}
}

func TestEqualDocumentsGiveEqualBytes(t *testing.T) {
	want := render(t, sample())
	var work sync.WaitGroup
	for range 16 {
		work.Go(func() {
			if got, err := docx.Render(t.Context(), sample(), document.Seal{}); err != nil || !bytes.Equal(got, want) {
				t.Errorf("the same document gave other bytes (%v)", err)
			}
		})
	}
	work.Wait()
}

func TestTheSealIsInTheProperties(t *testing.T) {
	file := wellFormed(t, opened(t, sealed(t, sample(), document.Seal{Plan: "abc123", Tool: "isuplan 1 <2>", Check: "0 errors"})))
	for _, want := range []string{"abc123", "isuplan 1 &lt;2&gt;", "0 errors"} {
		if !bytes.Contains(file.Parts["docProps/custom.xml"], []byte(want)) {
			t.Errorf("the properties lack %s", want)
		}
	}
}

func TestOwnFilesAreKnown(t *testing.T) {
	made := render(t, sample())
	for name, c := range map[string]struct {
		file []byte
		want bool
	}{
		"as written":  {made, true},
		"cut off":     {made[:len(made)/2], false},
		"empty":       {nil, false},
		"no zip file": {[]byte("<Application>isuplan</Application>"), false},
		"by Word":     {repack(t, made, ">isuplan<", ">Microsoft Office Word<"), false},
		"by isuplanX": {repack(t, made, ">isuplan<", ">isuplanX<"), false},
	} {
		if docx.Ours(c.file) != c.want {
			t.Errorf("%s: got %v", name, !c.want)
		}
	}
}

// TestHostileTextStaysText: nothing that a plan says is markup, and what no file can
// hold does not break it.
func TestHostileTextStaysText(t *testing.T) {
	for _, s := range []string{"<w:p/>", "a & b", `"quoted"`, "]]>", "<!-- x", "it's", "tab\tline\nend", " blanks  ", "é 薪 𝒳"} {
		doc := hostile(s)
		sound(t, doc)
		if got, want := strings.Join(strings.Fields(strings.Join(lines(t, doc), " ")), " "), strings.Join(strings.Fields(s), " "); strings.Count(got, want) < 12 {
			t.Errorf("%q is there %d times in %q", s, strings.Count(got, want), got)
		}
	}
	for _, s := range []string{"\x00\x01\x1f", "\xed\xa0\x80", "\xff\xfe", "\ufffe\uffff", "\u202e", "%1", "http://[::1"} {
		sound(t, hostile(s))
		wellFormed(t, opened(t, sealed(t, sample(), document.Seal{Plan: s, Tool: s, Check: s})))
	}
}

func TestBrokenAddressesAreNoLinks(t *testing.T) {
	doc := &document.Document{Blocks: []document.Block{document.Paragraph{Text: document.Text{
		{Text: "one", Link: "https://example.org/a?b=c&d=<e> f"}, {Text: "two", Link: "http://[broken"}, {Text: "three", Link: "mailto:a@b.org"}, {Text: "four", Link: "https://e.org/?a=%zz&b=%41#c#d"}, {Text: "five", Link: "http://user:p@ss@host/"}}}}}
	rels := string(sound(t, doc).Parts["word/_rels/document.xml.rels"])
	for want, there := range map[string]bool{`"https://example.org/a?b=c&amp;d=%3Ce%3E%20f"`: true, "broken": false, "mailto:a@b.org": true, `"https://e.org/?a=%25zz&amp;b=%41#c%23d"`: true, "p@ss": false} {
		if strings.Contains(rels, want) != there {
			t.Errorf("%s: got %v", want, !there)
		}
	}
}

// TestNoTableIsTooWideForWord, which opens none of more than 63 columns.
func TestNoTableIsTooWideForWord(t *testing.T) {
	for columns, tables := range map[int]int{63: 1, 64: 0} {
		row := document.Row{Cells: make([]document.Text, columns)} // empty ones give way
		row.Cells[columns-1] = document.Plain(strconv.Itoa(columns - 1))
		file := sound(t, &document.Document{Blocks: []document.Block{document.Table{Rows: []document.Row{row}}}})
		if got := bytes.Count(file.Parts["word/document.xml"], []byte("<w:tbl>")); got != tables {
			t.Errorf("%d columns: %d tables", columns, got)
		}
		if !bytes.Contains(file.Parts["word/document.xml"], []byte(">"+strconv.Itoa(columns-1)+"<")) {
			t.Errorf("%d columns: the last is lost", columns)
		}
	}
}

func TestABarcodeThatCannotBe(t *testing.T) {
	if _, err := docx.Render(t.Context(), &document.Document{Meta: document.Meta{Barcode: strings.Repeat("é", 90)}}, document.Seal{}); err == nil {
		t.Error("no error")
	}
}

// TestFiguresOfChartsAreText, as the table prints them.
func TestFiguresOfChartsAreText(t *testing.T) {
	chart := string(sound(t, sample()).Parts["word/charts/chart1.xml"])
	for _, want := range []string{"<a:t>345,054 (74%)</a:t>", "<a:t>(12,000)</a:t>", "<c:v>-2000</c:v>", "<c:v>2024 &amp; 2025</c:v>", "<c:v>Salaries</c:v>"} {
		if !strings.Contains(chart, want) {
			t.Errorf("the chart lacks %s", want)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	for _, n := range []int{0, 100, 1000, 10_000} {
		doc := sample()
		for i := range n {
			doc.Blocks = append(doc.Blocks, document.Paragraph{Number: strconv.Itoa(i+3) + ".", Text: prose(60)})
		}
		b.Run("paragraphs="+strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := docx.Render(b.Context(), doc, document.Seal{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
