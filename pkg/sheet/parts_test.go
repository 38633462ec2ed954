package sheet_test

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"testing"
)

// parts reads a spreadsheet's parts.
func parts(t *testing.T, file []byte) (names []string, text map[string][]byte) {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	text = map[string][]byte{}
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, f.Name)
		if text[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return names, text
}

func pack(t *testing.T, names []string, text map[string][]byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range names {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write(text[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const inputsPart = "xl/worksheets/sheet2.xml"

// transplant puts the inputs of one spreadsheet into another of the same plan.
func transplant(t *testing.T, into, from []byte) []byte {
	t.Helper()
	names, text := parts(t, into)
	_, other := parts(t, from)
	if bytes.Equal(text[inputsPart], other[inputsPart]) {
		t.Fatal("the inputs are the same; nothing would be tested")
	}
	if !bytes.Equal(text["xl/sharedStrings.xml"], other["xl/sharedStrings.xml"]) {
		t.Fatal("the texts are not the same; the inputs cannot be exchanged")
	}
	text[inputsPart] = other[inputsPart]
	return pack(t, names, text)
}

var cached = regexp.MustCompile(`(<f>[^<]*</f>)<v>[^<]*</v>`)

// without returns a spreadsheet without the results of its formulas: a program that shows
// any has computed them.
func without(t *testing.T, file []byte) []byte {
	t.Helper()
	names, text := parts(t, file)
	for _, name := range names {
		text[name] = cached.ReplaceAll(text[name], []byte("$1"))
	}
	return pack(t, names, text)
}
