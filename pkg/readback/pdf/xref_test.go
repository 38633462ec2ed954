package pdf_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// TestHybridFiles list an object as gone for old readers, and where it is for new
// ones.
func TestHybridFiles(t *testing.T) {
	original := page(shown, "<<>>")
	list := bytes.LastIndex(original, []byte("xref\n0"))
	content := bytes.Index(original, []byte("4 0 obj"))
	newer := fmt.Sprintf("6 0 obj\n%s\nendobj\n", stream("/Type /XRef /W [1 4 1] /Index [4 1] /Size 7 ", fmt.Sprintf("\x01\x00\x00%c%c\x00", content>>8, content&255)))
	old := strings.Replace(string(original[list:]), fmt.Sprintf("%010d 00000 n", content), "0000000000 65535 f", 1)
	old = strings.Replace(old, "/Root", fmt.Sprintf("/XRefStm %d /Root", list), 1)
	old = strings.Replace(old, fmt.Sprintf("startxref\n%d", list), fmt.Sprintf("startxref\n%d", list+len(newer)), 1)
	if got, _ := read(t, []byte(string(original[:list])+newer+old)); got != "abc " {
		t.Errorf("got %q", got)
	}
}

// update adds to a file what a program that saves changes adds.
func update(b []byte, number int, body string) []byte {
	list := bytes.LastIndex(b, []byte("xref\n0"))
	at := len(b)
	added := fmt.Sprintf("%d 0 obj\n%s\nendobj\n", number, body)
	return append(bytes.Clone(b), fmt.Sprintf("%sxref\n%d 1\n%010d 00000 n \ntrailer\n<</Root 1 0 R /Size 7 /Prev %d>>\nstartxref\n%d\n%%%%EOF\n",
		added, number, at, list, at+len(added))...)
}

// TestUpdatedFiles are read in their newest state. A broken entry does not bring back
// what an object was, nor make one of what the list does not have.
func TestUpdatedFiles(t *testing.T) {
	updated := update(page("BT /F 9 Tf (old) Tj ET"), 4, stream("", shown))
	if got, _ := read(t, updated); got != "abc " {
		t.Errorf("got %q", got)
	}
	original := file("<</Pages 2 0 R>>", "<</Kids [3 0 R] /MediaBox 7 0 R>>", "<</Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>", stream("", shown), "<</Subtype /Type1>>", "<<>>")
	original = bytes.Replace(original, []byte("xref\n0 7\n"), []byte("xref\n7 1\n0000000001 00000 n \n0 7\n"), 1)
	original = append(original, "4 0 obj\n"+stream("", "BT /F 9 Tf (not) Tj ET")+"\nendobj\ntrailer <</Root 4 0 R>>\n"+string(original[bytes.LastIndex(original, []byte("startxref")):])...)
	if got, _ := read(t, original); got != "abc " {
		t.Errorf("got %q", got)
	}
}
