package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/render/set"

	reader "github.com/ledongthuc/pdf"
)

// drawnFile is a small file of the kind that gofpdf writes: objects out of order,
// one of which holds what looks like the end of an object.
var drawnFile = func() string {
	objects := []string{
		"3 0 obj\n<</Type /Page\n/Parent 1 0 R>>\nendobj\n", "1 0 obj\n<</Type /Pages\n>>\nendobj\n",
		"2 0 obj\n<<\n/Font <<\n>>\n>>\nendobj\n", "4 0 obj\n<</Length 9>>\nstream\n\nendobj\n \nendstream\nendobj\n",
		"5 0 obj\n<<\n/Type /Catalog\n>>\nendobj\n"}
	file, offsets := "%PDF-1.3\n", [6]int{}
	for _, o := range objects {
		offsets[o[0]-'0'] = len(file)
		file += o
	}
	start := len(file)
	file += "xref\n0 6\n0000000000 65535 f \n"
	for _, at := range offsets[1:] {
		file += fmt.Sprintf("%010d 00000 n \n", at)
	}
	return file + fmt.Sprintf("trailer\n<<\n/Size 6\n/Root 5 0 R\n/Info 4 0 R\n>>\nstartxref\n%d\n%%%%EOF\n", start)
}()

func TestFileIsReadAndWritten(t *testing.T) {
	f, err := parseFile([]byte(drawnFile))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(f.objects[3]); got != "<</Type /Page\n/Parent 1 0 R>>" {
		t.Errorf("object 3 is %q", got)
	}
	if got := string(f.objects[4]); got != "<</Length 9>>\nstream\n\nendobj\n \nendstream" {
		t.Errorf("object 4 is %q", got)
	}
	if err := f.replace(5, "/Type /Catalog", "/Type /Catalog /Pages 1 0 R /Lang (en)"); err != nil {
		t.Error(err)
	}
	if n := f.add([]byte("(new)")); n != 6 {
		t.Errorf("the new object has number %d", n)
	}
	out := finished(t, f)
	if !bytes.HasPrefix(out, []byte("%PDF-1.7\n%\xe2")) {
		t.Errorf("written: %q", out)
	}
	r, err := reader.NewReader(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Trailer().Key("Root").Key("Lang").RawString(); got != "en" {
		t.Errorf("the catalog, an object of its own, has the language %q", got)
	}
	if got := r.Trailer().Key("Root").Key("Pages").Key("Type").Name(); got != "Pages" {
		t.Errorf("the pages, an object in a stream, are %q", got)
	}
}

// finished returns a file with the metadata that it has.
func finished(t *testing.T, f *file) []byte {
	t.Helper()
	w, err := f.pack(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return w.finish(f.objects[f.metadata])
}

// More objects than one stream holds.
func TestManyObjects(t *testing.T) {
	f, err := parseFile([]byte(drawnFile))
	if err != nil {
		t.Fatal(err)
	}
	refs := ""
	for i := range 3 * packSize {
		refs += fmt.Sprintf("%d 0 R ", f.add(fmt.Appendf(nil, "(object %d)", i)))
	}
	if err := f.replace(5, "/Type /Catalog", "/Type /Catalog /Pages 1 0 R /All ["+refs+"]"); err != nil {
		t.Error(err)
	}
	out := finished(t, f)
	r, err := reader.NewReader(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	all := r.Trailer().Key("Root").Key("All")
	for i := range 3 * packSize {
		if got, want := all.Index(i).RawString(), fmt.Sprintf("object %d", i); got != want {
			t.Fatalf("object %d is %q", i, got)
		}
	}
}

func TestIdentityFollowsContent(t *testing.T) {
	write := func(lang string) string {
		f, err := parseFile([]byte(drawnFile))
		if err != nil {
			t.Fatal(err)
		}
		f.add([]byte(lang))
		_, id, _ := strings.Cut(string(finished(t, f)), "/ID [")
		return id[:34]
	}
	first, again := write("en"), write("en")
	if first == write("fr") || first != again {
		t.Error("the identity does not follow the content")
	}
}

// A file cut off or changed anywhere gives an error or a file, never a panic.
func TestBrokenFiles(t *testing.T) {
	for i := range len(drawnFile) {
		parseFile([]byte(drawnFile[:i]))
		parseFile([]byte(drawnFile[:i] + "9" + drawnFile[i+1:]))
	}
}

func TestToUnicode(t *testing.T) {
	got := string(toUnicode([]set.Use{{}, {Text: "a"}, {Text: "–"}, {Text: "🕊"}, {Text: "fi"}, {}}))
	for _, want := range []string{"5 beginbfchar\n<0001> <0061>\n<0002> <2013>\n<0003> <D83DDD4A>\n<0004> <00660069>\n<0005> <200B>\nendbfchar"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
	if n := strings.Count(string(toUnicode(make([]set.Use, 202))), "beginbfchar"); n != 3 {
		t.Errorf("%d blocks for 201 codes", n)
	}
}
