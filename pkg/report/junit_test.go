package report_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestJUnitIsXML reads every token of a report on a hostile plan: what a plan says
// must stay text.
func TestJUnitIsXML(t *testing.T) {
	text := written(t, "junit", fixture())
	for i, r := range text {
		if r < ' ' && r != '\n' || r == 0xFFFE || r == 0xFFFF || r == utf8.RuneError && text[i] != 0xEF {
			t.Errorf("XML does not allow %U", r)
		}
	}
	elements := map[string]int{}
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if start, ok := token.(xml.StartElement); ok {
			elements[start.Name.Local]++
		}
	}
	want := map[string]int{"testsuites": 1, "testsuite": 4, "testcase": 8, "failure": 5, "skipped": 1, "system-out": 2}
	for name, n := range want {
		if elements[name] != n {
			t.Errorf("%d times %s, want %d", elements[name], name, n)
		}
		delete(elements, name)
	}
	if len(elements) > 0 {
		t.Errorf("elements that nobody wrote: %v", elements)
	}
}

// TestJUnitCounts holds that the sums are those of the cases, whose names are unique.
func TestJUnitCounts(t *testing.T) {
	var all struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Suites   []struct {
			Tests   int `xml:"tests,attr"`
			Skipped int `xml:"skipped,attr"`
			Cases   []struct {
				Name    string    `xml:"name,attr"`
				Class   string    `xml:"classname,attr"`
				Failure *struct{} `xml:"failure"`
				Skipped *struct{} `xml:"skipped"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	if err := xml.Unmarshal([]byte(written(t, "junit", fixture())), &all); err != nil {
		t.Fatal(err)
	}
	tests, failures, skipped, said := 0, 0, 0, 0
	for _, suite := range all.Suites {
		tests += suite.Tests
		said += suite.Skipped
		if suite.Tests != len(suite.Cases) {
			t.Errorf("a suite of %d tests has %d cases", suite.Tests, len(suite.Cases))
		}
		names := map[string]bool{}
		for _, c := range suite.Cases {
			if names[c.Name] {
				t.Errorf("two cases are called %s", c.Name)
			}
			names[c.Name] = true
			if strings.Count(c.Class, ".") != 1 {
				t.Errorf("Jenkins would take %s apart", c.Class)
			}
			if c.Failure != nil {
				failures++
			}
			if c.Skipped != nil {
				skipped++
			}
		}
	}
	if tests != all.Tests || failures != all.Failures || skipped != said {
		t.Errorf("%d tests, %d failures, %d skipped; said are %d, %d and %d", tests, failures, skipped, all.Tests, all.Failures, said)
	}
}
