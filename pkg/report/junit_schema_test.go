package report_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// junitElement is what the schema of Jenkins' xUnit plugin (junit-10.xsd) says of an element.
type junitElement struct {
	needs, may []string // attributes
	holds      []string // elements, in any order and number
	text       bool
}

var junitSchema = map[string]junitElement{
	"":           {holds: []string{"testsuites", "testsuite"}},
	"testsuites": {may: []string{"name", "time", "tests", "failures", "errors"}, holds: []string{"testsuite"}},
	"testsuite": {needs: []string{"name", "tests", "failures", "errors"},
		may:   []string{"group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"},
		holds: []string{"testsuite", "properties", "testcase", "system-out", "system-err"}},
	"testcase": {needs: []string{"name"}, may: []string{"time", "classname", "group"},
		holds: []string{"skipped", "error", "failure", "rerunFailure", "rerunError", "flakyFailure", "flakyError", "system-out", "system-err"}},
	"failure":    {may: []string{"type", "message"}, text: true},
	"error":      {may: []string{"type", "message"}, text: true},
	"skipped":    {may: []string{"type", "message"}, text: true},
	"system-out": {text: true},
	"system-err": {text: true},
}

// surefireTime is the form of times: empty, or seconds with commas.
var surefireTime = regexp.MustCompile(`^(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]*)?$`)

// offJUnit returns where a text departs from the schema; "" if nowhere.
func offJUnit(text string) string {
	within := []string{""}
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return ""
		}
		if err != nil {
			return err.Error()
		}
		at := within[len(within)-1]
		switch token := token.(type) {
		case xml.StartElement:
			if wrong := offElement(at, token); wrong != "" {
				return wrong
			}
			within = append(within, token.Name.Local)
		case xml.EndElement:
			within = within[:len(within)-1]
		case xml.CharData:
			if !junitSchema[at].text && strings.TrimSpace(string(token)) != "" {
				return fmt.Sprintf("%s holds the text %q", at, token)
			}
		}
	}
}

func offElement(within string, e xml.StartElement) string {
	name := e.Name.Local
	rule, known := junitSchema[name]
	if !known || !slices.Contains(junitSchema[within].holds, name) {
		return fmt.Sprintf("%s stands in %q", name, within)
	}
	missing := slices.Clone(rule.needs)
	for _, a := range e.Attr {
		key := a.Name.Local
		if !slices.Contains(rule.needs, key) && !slices.Contains(rule.may, key) {
			return fmt.Sprintf("%s has the attribute %s", name, key)
		}
		if key == "time" && name != "testcase" && !surefireTime.MatchString(a.Value) {
			return fmt.Sprintf("%s has the time %s", name, a.Value)
		}
		missing = slices.DeleteFunc(missing, func(m string) bool { return m == key })
	}
	if len(missing) > 0 {
		return fmt.Sprintf("%s lacks %v", name, missing)
	}
	return ""
}

// TestJenkinsTakesJUnit holds reports to the schema, and the reading of the schema to what
// it must refuse.
func TestJenkinsTakesJUnit(t *testing.T) {
	for name, r := range hostileReports() {
		if wrong := offJUnit(written(t, "junit", r)); wrong != "" {
			t.Errorf("%s: %s", name, wrong)
		}
	}
	for _, bad := range []string{
		`<testsuites skipped="1"></testsuites>`, `<testsuites>x</testsuites>`, `<testcase name="a"/>`,
		`<testsuite name="a" tests="1" failures="1"/>`,
		`<testsuite name="a" tests="1" failures="1" errors="0"><testcase name="b" file="c"/></testsuite>`,
		`<testsuite name="a" tests="1" failures="1" errors="0"><testcase classname="b"/></testsuite>`,
		`<testsuite name="a" tests="1" failures="1" errors="0" time="soon"/>`,
		`<testsuite name="a" tests="1" failures="1" errors="0"><failure/></testsuite>`, "<testsuites>\x01</testsuites>",
	} {
		if offJUnit(bad) == "" {
			t.Errorf("%s passes for valid", bad)
		}
	}
}

// TestNoAttachment: GitLab and Jenkins publish the file that a text names so.
func TestNoAttachment(t *testing.T) {
	for name, r := range hostileReports() {
		if strings.Contains(written(t, "junit", r), "[[ATTACHMENT|") {
			t.Errorf("%s: a plan publishes a file", name)
		}
	}
}
