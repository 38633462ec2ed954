package pdf

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/pdf/matterhorn"
)

// rich is a document with everything that has tags of its own: tables over pages with
// notes, n links over lines and pages, charts, lists in lists, skipped heading levels.
func rich(n int) *document.Document {
	doc := sample()
	link := document.Text{{Text: "See "}}
	for i := range n {
		link = append(link, document.Run{Text: fmt.Sprintf("the register of States Parties, part %d, as kept by the depositary", i), Link: fmt.Sprintf("https://example.org/%d", i)},
			document.Run{Text: " and "})
	}
	table := budget(2 * n)
	table.Caption = document.Plain("What (all) costs")
	table.Columns[0].Label = true
	table.Columns[0].Head = document.Text{{Text: "Cost", Link: "https://example.org/head"}}
	table.Notes = []document.Text{document.Plain("a/ One."), document.Plain("b/ Two.")}
	doc.Blocks = append(doc.Blocks, table, document.Paragraph{Number: "3.", Text: link},
		document.Chart{ID: "chart", Title: document.Plain("Chart"), Alt: "Costs: 10 and 20", Bars: []document.Bar{
			{Label: document.Plain("One"), Values: []document.BarValue{{Text: "10", From: 0, To: 5000}}},
			{Label: document.Plain("Two"), Values: []document.BarValue{{Text: "20", From: 0, To: 10000}}}}},
		document.Heading{Level: 1, Number: "II.", Text: document.Plain("More")},
		document.Heading{Level: 3, Number: "1.", Text: document.Plain("Skips a level")},
		document.Paragraph{Number: "4.", Text: prose(30 * n)},
		document.Paragraph{Text: document.Plain("A character of nobody: \uF0B7; none: \uFFFE.")})
	return doc
}

// long is a document whose texts are longer than a string of the file may be.
func long() *document.Document {
	endless, address := strings.Repeat("é", 20_000), "https://example.org/"+strings.Repeat("é", 20_000)
	doc := rich(2)
	doc.Meta.Title, doc.Meta.Author, doc.Meta.Subject, doc.Meta.Keywords = endless, endless, endless, []string{endless}
	doc.Meta.Draft, doc.Meta.Symbol, doc.Meta.Job = endless, endless, endless
	table := budget(2)
	table.Caption = document.Plain(endless)
	doc.Blocks = append(doc.Blocks, document.Heading{Level: 1, Text: document.Plain(endless)}, table,
		document.Paragraph{Text: document.Text{{Text: "a link", Link: address}}},
		document.Chart{Alt: endless, Bars: []document.Bar{{Label: document.Plain("One"), Values: []document.BarValue{{Text: "10", From: 0, To: 5000}}}}})
	return doc
}

// unseen is a document in an unknown language whose first headings show nothing.
func unseen() *document.Document {
	doc := &document.Document{Meta: document.Meta{Language: "fr_ca"}}
	for level := range 3 {
		doc.Blocks = append(doc.Blocks, document.Heading{Level: level + 1, Text: document.Plain(strings.Repeat("\u200b", 2-level) + strings.Repeat("Seen", level/2))})
	}
	return doc
}

func faultsOf(t *testing.T, file []byte) (list []string) {
	t.Helper()
	faults, err := matterhorn.Check(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		list = append(list, f.Condition+": "+f.Detail)
	}
	return list
}

func TestEveryDocumentIsAccessible(t *testing.T) {
	draft := rich(20)
	draft.Meta.Draft, draft.Meta.Language, draft.Meta.Title = "Draft", "", ""
	docs := []*document.Document{rich(60), draft, sample(), {}, {Blocks: []document.Block{document.Table{}, document.List{}, document.Chart{}}}, long(), unseen()}
	for seed := range uint64(12) {
		w := &writer{Rand: rand.New(rand.NewPCG(seed, 7))}
		docs = append(docs, &document.Document{Masthead: document.Masthead{Name: w.text(5), Title: w.text(5)}, Blocks: w.blocks(2)})
	}
	for i, doc := range docs {
		for k, f := range faultsOf(t, render(t, doc)) {
			if k < 5 {
				t.Errorf("document %d: %s", i, f)
			}
		}
	}
}

// TestEachFaultIsFound breaks a file in one place at a time.
func TestEachFaultIsFound(t *testing.T) {
	for _, c := range []struct{ condition, in, old, new string }{
		{"07-002", "/Type /Catalog", "/DisplayDocTitle true", "/DisplayDocTitle false"},
		{"11-006", "/Type /Catalog", "/Lang (en)", ""},
		{"11-006", "/Type /Catalog", "/Lang (en)", "/Lang (not a language)"},
		{"06-PDF/UA 7.1", "/Type /Catalog", "/Marked true", "/Marked false"},
		{"21-001", "/Type /Catalog", "/Marked true", "/Marked true /Suspects true"},
		{"PDF/A 6.8", "/Type /Catalog", "/Marked true>>", "/Marked true>> /Names <</EmbeddedFiles <</Names []>>>>"},
		{"PDF/A 6.2.3", "/Type /Catalog", "/GTS_PDFA1", "/GTS_PDFX"},
		{"PDF/A 6.2.3", "/Type /Catalog", "/DestOutputProfile", "/Destination"},
		{"01-006", "/Type /Catalog", "/StructTreeRoot", "/Structure"},
		{"06-001", "/Type /Catalog", "/Metadata", "/Data"},
		{"06-002", "/Type /Metadata", "<pdfuaid:part>1<", "<pdfuaid:part>2<"},
		{"06-003", "/Type /Metadata", "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Work plan – 2018<", "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\"><"},
		{"PDF/A 6.6.4", "/Type /Metadata", "conformance>A<", "conformance>B<"},
		{"PDF/A 6.6.2.3", "/Type /Metadata", "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua", "<pdfaSchema:namespaceURI>http://www.aiim.org/other"},
		{"PDF/A 6.6.3", "/Producer", "/Author (Unit)", "/Author (Other)"},
		{"PDF/A 6.6.3", "/Producer", "+00'00'", "Z"},
		{"02-001", "/S /Title", "/S /Title", "/S /Heading"},
		{"02-003", "/Type /StructTreeRoot", "/RoleMap <</Title /P>>", "/RoleMap <</Title /Other /Other /Title>>"},
		{"02-004", "/Type /StructTreeRoot", "/RoleMap <</Title /P>>", "/RoleMap <</Title /P /P /Div>>"},
		{"PDF/UA 7.1", "/S /Document", "/S /Document", "/S /Part"},
		{"PDF/A 6.7.3", "/S /H2", "/P ", "/Parent "},
		{"09-004", "/S /LI ", "/S /LI ", "/S /P "},
		{"09-004", "/S /LBody", "/S /LBody", "/S /P"},
		{"09-004", "/S /TR", "/S /TR", "/S /Div"},
		{"09-004", "/S /TR", "/K [", "/K [null "},
		{"13-004", "/S /Figure", "/Alt ", "/Other "},
		{"PDF/UA 7.3", "/S /Figure", "/BBox", "/Box"},
		{"14-002", "/S /H1", "/S /H1", "/S /H2"},
		{"14-003", "/S /H2", "/S /H2", "/S /H4"},
		{"14-006", "/S /H2", "/S /H2", "/S /H"},
		{"15-003", "/S /TH", "/Scope", "/Sope"},
		{"16-003", "/S /L ", "/ListNumbering", "/List"},
		{"19-003", "/S /Note", "/ID (", "/I ("},
		{"19-003", "/Type /StructTreeRoot", "/IDTree", "/Tree"},
		{"28-008", "/Type /Page\n", "/Tabs /S", "/Tabs /R"},
		{"28-012", "/Subtype /Link", "/Contents (https://example.org/3)", ""},
		{"PDF/A 6.3.2", "/Subtype /Link", "/F 4", "/F 0"},
		{"28-011", "/S /Link", "/Type /OBJR", "/Type /None"},
		{"28-011", "/S /Link", "/S /Link", "/S /Span"},
		{"28-002", "/Subtype /Link", "/StructParent ", "/StructParent 1"},
		{"PDF/A 6.2.10", "/Type /Page\n", "/Tabs", "/Group <</S /Transparency>> /Tabs"},
		{"PDF/A 6.7.3", "/S /H1", "/K [", "/K [999 "},
		{"01-005", "/S /H1", "/K [", "/Kids ["},
		{"01-003", "content", "/H1 <</MCID 8>> BDC\n", "/H1 <</MCID 8>> BDC /Artifact BMC EMC"},
		{"01-004", "content", "BDC", "BDC /P <</MCID 0>> BDC EMC"},
		{"01-005", "content", "/Artifact <</Type /Layout>> BDC", "/Other <</Type /Layout>> BDC"},
		{"01-005", "content", "EMC", ""},
		{"31-009", "/Type /FontDescriptor", "/FontFile2", "/FontFile3"},
		{"31-004", "/Subtype /CIDFontType2", "/CIDToGIDMap", "/Map"},
		{"31-027", "/Subtype /Type0", "/ToUnicode", "/Unicode"},
		{"31-027", "beginbfchar", "<0005> ", "<FFF5> "},
		{"31-028", "beginbfchar", "<0005> <0", "<0005> <0000> <FFF5> <0"},
		{"PDF/A 6.2.11.7.3", "beginbfchar", "<0005> <0", "<0005> <E000> <FFF5> <0"},
		{"31-030", "content", "[(", "[(\x00\x00"},
		{"PDF/A 6.1.13", "/S /Figure", "/Alt (", "/Alt (" + strings.Repeat("x", 33_000)},
		{"PDF/A 6.1.13", "/Subtype /Link", "/Contents (", "/Contents (" + strings.Repeat("x", 33_000)},
		{"PDF/A 6.1.13", "/Parent ", "/Title (", "/Title (" + strings.Repeat("x", 33_000)},
		{"PDF/A 6.1.13", "/Producer", "/Author (", "/Author (" + strings.Repeat("x", 33_000)},
		{"ISO 32000-1 12.6.4.7", "/Subtype /Link", "/URI (", "/URI (\xfe\xff"},
		{"PDF/A 6.1.13", "content", "[(", "[(" + strings.Repeat("x", 33_000)},
		{"PDF/A 6.2.11.4.2", "/Subtype /Type0", "+Liberation", "-Liberation"},
	} {
		t.Run(c.condition+" "+c.old, func(t *testing.T) {
			t.Parallel()
			file := broken(t, c.in, c.old, c.new)
			if all := faultsOf(t, file); !strings.Contains("\n"+strings.Join(all, "\n"), "\n"+c.condition+": ") {
				t.Errorf("not found; found are %.300q", all)
			}
		})
	}
	whole := render(t, rich(6))
	for condition, file := range map[string][]byte{
		"PDF/A 6.1.2": bytes.Replace(whole, []byte("\n%\xe2\xe3"), []byte("\n%aa"), 1),
		"PDF/A 6.1.3": bytes.Replace(whole, []byte("/ID [<"), []byte("/IX [<"), 1),
		"26-001":      bytes.Replace(whole, []byte("/ID [<"), []byte("/Encrypt <</Filter /X>> /ID [<"), 1),
	} {
		faults, err := matterhorn.Check(file)
		if err == nil && !strings.Contains(fmt.Sprint(faults), condition) {
			t.Errorf("%s is not found", condition)
		}
	}
}

// broken is the rich document's file with one change in the first object that holds
// what is looked for; "content" is the first page's.
func broken(t *testing.T, in, old, new string) []byte {
	t.Helper()
	c, err := draw(rich(6))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := c.finish()
	if err != nil {
		t.Fatal(err)
	}
	if in == "content" {
		raw = grown(t, raw, old, new)
	}
	f, err := c.complete(raw, rich(6))
	if err != nil {
		t.Fatal(err)
	}
	if in == "content" {
		return f.write()
	}
	if in == "beginbfchar" {
		return withCMap(t, f, c, old, new)
	}
	for n, body := range f.objects {
		if bytes.Contains(body, []byte(in)) && bytes.Contains(body, []byte(old)) {
			f.objects[n] = bytes.Replace(body, []byte(old), []byte(new), 1)
			return f.write()
		}
	}
	if new != "" {
		t.Fatalf("no object has %q and %q", in, old)
	}
	return f.write()
}

// grown changes the first page's operators in the file as gofpdf writes it.
func grown(t *testing.T, raw []byte, old, new string) []byte {
	t.Helper()
	at := bytes.Index(raw, []byte("stream\n"))
	place := bytes.Index(raw[at:], []byte(old))
	if place < 0 {
		t.Fatalf("the page has no %q", old)
	}
	f, err := parseFile(raw)
	if err != nil {
		t.Fatal(err)
	}
	for n, body := range f.objects {
		if n > resourcesObject && bytes.Contains(body, []byte("\nstream\n")) && bytes.Contains(body, []byte(old)) {
			f.objects[n] = bytes.Replace(body, []byte(old), []byte(new), 1)
			return plain(f)
		}
	}
	t.Fatalf("no page has %q", old)
	return nil
}

// plain writes a file as gofpdf does, so that parseFile reads it again.
func plain(f *file) []byte {
	out := []byte("%PDF-1.3\n")
	offsets := make([]int, len(f.objects))
	for n := 1; n < len(f.objects); n++ {
		offsets[n] = len(out)
		out = fmt.Appendf(out, "%d 0 obj\n%s\nendobj\n", n, f.objects[n])
	}
	start := len(out)
	out = fmt.Appendf(out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets))
	for _, at := range offsets[1:] {
		out = fmt.Appendf(out, "%010d 00000 n \n", at)
	}
	return fmt.Appendf(out, "trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n>>\nstartxref\n%d\n%%%%EOF\n", len(offsets), f.root, f.info, start)
}

// withCMap changes what the codes of the first font mean.
func withCMap(t *testing.T, f *file, c *canvas, old, new string) []byte {
	t.Helper()
	for n, body := range f.objects {
		if bytes.Contains(body, []byte("/Subtype /Type0")) {
			for _, face := range c.faces.by {
				if bytes.HasSuffix([]byte(face.name), []byte("LiberationSerif")) {
					f.objects[number(body, "/ToUnicode ")] = stream("", bytes.Replace(toUnicode(face.runes), []byte(old), []byte(new), 1))
				}
			}
			return f.write()
		}
		_ = n
	}
	t.Fatal("no font")
	return nil
}
