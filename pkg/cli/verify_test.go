package cli_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
	"github.com/isuplan/isuplan/pkg/readback"
)

// verifyFile runs verify on the bytes of a file that was made of the 2018 plan.
func verifyFile(t *testing.T, file []byte) (code int, out, talk string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "2018.pdf")
	if err := os.WriteFile(path, file, 0o644); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	code = cli.Main([]string{"verify", path, "--against", plan2018}, nil, &stdout, &stderr, func(string) string { return "" })
	return code, stdout.String(), stderr.String()
}

// TestWhatIsBuiltAgrees: no plan raises a false alarm, in any format, with charts,
// notes and tables over several pages.
func TestWhatIsBuiltAgrees(t *testing.T) {
	t.Chdir("../..")
	var plans []string
	for _, pattern := range []string{"testdata/plans/*.yaml", "testdata/budgets/*.yaml", "testdata/languages/*.yaml", "plans/*.yaml"} {
		found, _ := filepath.Glob(pattern)
		plans = append(plans, found...)
	}
	if len(plans) < 11 {
		t.Fatalf("only %d plans", len(plans))
	}
	for _, plan := range append(plans, charted(t, plans)...) {
		dir := t.TempDir()
		var talk bytes.Buffer
		cli.Main([]string{"build", plan, "--draft", "--annex", "-o", dir}, nil, io.Discard, &talk, func(string) string { return "" })
		base := filepath.Join(dir, strings.TrimSuffix(filepath.Base(plan), ".yaml"))
		files, _ := filepath.Glob(base + ".*")
		if len(files) < 2 {
			t.Fatalf("%s: %s", plan, talk.String())
		}
		var out bytes.Buffer
		if code := cli.Main(append([]string{"verify", "--annex", "--against", plan}, files...), nil, &out, &talk, func(string) string { return "" }); code != cli.ExitClean || strings.Contains(talk.String(), "cannot be seen") {
			t.Errorf("%s: %s%s", plan, out.String(), talk.String())
		}
	}
}

// charted writes the plans anew with charts of both kinds, and returns where.
func charted(t *testing.T, plans []string) (list []string) {
	dir := t.TempDir()
	for _, plan := range plans {
		text, err := os.ReadFile(plan)
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range []string{"share", "years"} {
			with := strings.Replace(string(text), "\nbudget:\n", "\nbudget:\n  chart: "+kind+"\n", 1)
			if with == string(text) {
				continue
			}
			path := filepath.Join(dir, kind+"-"+filepath.Base(plan))
			if err := os.WriteFile(path, []byte(with), 0o644); err != nil {
				t.Fatal(err)
			}
			list = append(list, path)
		}
	}
	return list
}

const plan2018 = "../../plans/2018.yaml"

var streamOf = regexp.MustCompile(`(?s)\n(\d+) 0 obj\n<<[^>]*/Length (\d+)>>\nstream\n`)

// changed returns a page's content with a change made to it, and the number of its
// object: the first page whose content the change fits.
func changed(t *testing.T, file []byte, change func([]byte) []byte) (number string, content []byte) {
	t.Helper()
	for _, m := range streamOf.FindAllSubmatchIndex(file, -1) {
		r, err := zlib.NewReader(bytes.NewReader(file[m[1]:]))
		if err != nil {
			continue
		}
		content, err := io.ReadAll(r)
		if err != nil || !bytes.Contains(content, []byte(" TJ")) {
			continue
		}
		if out := change(content); !bytes.Equal(out, content) {
			return string(file[m[2]:m[3]]), out
		}
	}
	t.Fatal("no page can be changed so")
	return "", nil
}

// object returns the number and the text of the first object that begins with a text,
// whether it stands by itself or in a stream of objects.
func object(t *testing.T, file []byte, begin string) (number, body string) {
	t.Helper()
	for _, m := range regexp.MustCompile(`\n(\d+) 0 obj\n`).FindAllSubmatchIndex(file, -1) {
		if rest := string(file[m[1]:]); strings.HasPrefix(rest, begin) {
			body, _, _ = strings.Cut(rest, "\nendobj")
			return string(file[m[2]:m[3]]), body
		}
	}
	for _, m := range regexp.MustCompile(`/Type /ObjStm /N (\d+) /First (\d+) .*>>\nstream\n`).FindAllSubmatchIndex(file, -1) {
		r, err := zlib.NewReader(bytes.NewReader(file[m[1]:]))
		if err != nil {
			continue
		}
		text, _ := io.ReadAll(r)
		first, _ := strconv.Atoi(string(file[m[4]:m[5]]))
		offsets := strings.Fields(string(text[:first]))
		for i := 0; i+1 < len(offsets); i += 2 {
			from, _ := strconv.Atoi(offsets[i+1])
			if rest := string(text[first+from:]); strings.HasPrefix(rest, begin) {
				if i+3 < len(offsets) {
					to, _ := strconv.Atoi(offsets[i+3])
					rest = rest[:to-from]
				}
				return offsets[i], strings.TrimSpace(rest)
			}
		}
	}
	t.Fatalf("no object begins with %q", begin)
	return "", ""
}

// updated appends objects to a PDF as programs do that save a change.
func updated(t *testing.T, file []byte, objects map[string]string) []byte {
	t.Helper()
	start := regexp.MustCompile(`startxref\s+(\d+)`).FindSubmatch(file)
	trailer := regexp.MustCompile(`/Type /XRef /W \[1 4 2\] (.*?)/Filter`).FindSubmatch(file)
	if start == nil || trailer == nil {
		t.Fatal("the file has no trailer")
	}
	var out, list bytes.Buffer
	out.Write(file)
	for number, body := range objects {
		fmt.Fprintf(&list, "%s 1\n%010d 00000 n \n", number, out.Len()+1)
		fmt.Fprintf(&out, "\n%s 0 obj\n%s\nendobj\n", number, body)
	}
	at := out.Len()
	fmt.Fprintf(&out, "xref\n%strailer\n<<%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n", list.String(), trailer[1], start[1], at)
	return out.Bytes()
}

// swapTotal swaps the second and the third glyph of 465,440, which is known by its
// form: of eight glyphs, with the blank behind it, the first is the fifth and the sixth.
func swapTotal(content []byte) []byte {
	for _, m := range regexp.MustCompile(`(?s) \[\(((?:[^\\()]{2}){8})\)\] TJ`).FindAllSubmatchIndex(content, -1) {
		glyph := func(n int) string { return string(content[m[2]+2*n : m[2]+2*n+2]) }
		if glyph(0) == glyph(4) && glyph(4) == glyph(5) {
			out := bytes.Clone(content)
			copy(out[m[2]+2:], glyph(2)+glyph(1))
			return out
		}
	}
	return content
}

// TestAnEditedPDFIsFoundOut swaps two digits of a figure on the page, and saves the
// change as editors do.
func TestAnEditedPDFIsFoundOut(t *testing.T) {
	_, file, _ := build2018(t)
	number, content := changed(t, file, swapTotal)
	edited := updated(t, file, map[string]string{number: fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content)})
	code, out, _ := verifyFile(t, edited)
	if code != cli.ExitFindings || !strings.Contains(out, "2018.pdf: page 9, table Implementation Support Unit budget for 2018, in CHF, row Total, column 2018: the file says 456,440, the plan gives 465,440\n") {
		t.Errorf("exit code %d: %s", code, out)
	}
	if !strings.Contains(out, "1 difference, 1 of them in figures, dates or numbers") {
		t.Errorf("more than one difference: %s", out)
	}
}

// TestAHiddenFigureIsFoundOut: the text is there, and nobody sees it. The file says that
// isuplan made it, so that it is no scan.
func TestAHiddenFigureIsFoundOut(t *testing.T) {
	_, file, _ := build2018(t)
	number, content := changed(t, file, func(b []byte) []byte { return append([]byte("3 Tr "), b...) })
	edited := updated(t, file, map[string]string{number: fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content)})
	code, out, _ := verifyFile(t, edited)
	if code != cli.ExitFindings || !strings.Contains(out, "there is text on it that cannot be seen\n") {
		t.Errorf("exit code %d: %s", code, out)
	}
}

// TestATextTypedOntoAPDFIsFoundOut: viewers add such texts as annotations.
func TestATextTypedOntoAPDFIsFoundOut(t *testing.T) {
	_, file, _ := build2018(t)
	number, page := object(t, file, "<</Type /Page\n")
	body := regexp.MustCompile(`/Annots \[.*?\]`).ReplaceAllString(strings.TrimSuffix(page, ">>"), "")
	edited := updated(t, file, map[string]string{number: body + "/Annots [<</Type /Annot /Subtype /FreeText /Rect [0 0 9 9] /Contents (CHF 38,000)>>]>>"})
	code, out, _ := verifyFile(t, edited)
	if code != cli.ExitFindings || !strings.Contains(out, "2018.pdf: page 1, laid over the page: a text was laid over the page afterwards (FreeText): “CHF 38,000”\n") {
		t.Errorf("exit code %d: %s", code, out)
	}
	stamped := updated(t, file, map[string]string{number: body + "/Annots [<</Type /Annot /Subtype /Stamp /Rect [0 0 9 9]>>]>>"})
	if code, out, _ := verifyFile(t, stamped); code != cli.ExitFindings || !strings.Contains(out, "something was laid over the page afterwards (Stamp)") {
		t.Errorf("exit code %d: %s", code, out)
	}
}

// TestTheSealOfAPDFIsRead from its metadata.
func TestTheSealOfAPDFIsRead(t *testing.T) {
	_, file, _ := build2018(t)
	digest := strings.Repeat("ab", 32)
	xmp := `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:isuplan="https://github.com/isuplan/isuplan/ns/seal/1.0/"><isuplan:PlanSHA256>` + digest + `</isuplan:PlanSHA256>
<isuplan:Version>isuplan 0.0.9</isuplan:Version><isuplan:Check>1 &amp; 2</isuplan:Check></rdf:Description></rdf:RDF></x:xmpmeta>`
	number, catalog := object(t, file, "<</Type /Catalog")
	sealed := updated(t, file, map[string]string{
		number: regexp.MustCompile(`/Metadata \d+ 0 R`).ReplaceAllString(catalog, "/Metadata 9999 0 R"),
		"9999": fmt.Sprintf("<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream", len(xmp), xmp),
	})
	sealed = bytes.ReplaceAll(sealed, []byte("/Size "), []byte("/Size 1"))
	text, err := readback.Read(sealed)
	if err != nil {
		t.Fatal(err)
	}
	if want := (readback.Seal{Plan: digest, Tool: "isuplan 0.0.9", Check: "1 & 2"}); text.Seal != want {
		t.Errorf("got %+v", text.Seal)
	}
	code, out, talk := verifyFile(t, sealed)
	if code != cli.ExitFindings || !strings.Contains(out, "2018.pdf: the file was made of another version of the plan, whose digest (its fingerprint) is abababababab…") ||
		!strings.Contains(out, "does not belong to ../../plans/2018.yaml, though its text agrees: 148 figures") || !strings.Contains(talk, "made by isuplan 0.0.9") {
		t.Errorf("exit code %d: %s%s", code, out, talk)
	}
}

// TestPagesReadAsAnotherLibraryReadsThem holds the reader against one that was written
// by others.
func TestPagesReadAsAnotherLibraryReadsThem(t *testing.T) {
	_, file, _ := build2018(t)
	text, err := readback.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	var ours strings.Builder
	for _, l := range text.Lines {
		ours.WriteString(l.Text)
	}
	got := strings.Join(strings.Fields(ours.String()), "")
	want := strings.Join(strings.Fields(strings.ReplaceAll(pdfText(t, file), "\u00ad", "")), "") // words are divided at the ends of lines
	if got != want {
		t.Errorf("got %.400q\nwant %.400q", got, want)
	}
}
