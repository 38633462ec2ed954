package report

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = Register(Format{Name: "junit", Doc: "for test reports of Jenkins, GitLab and others: JUnit's XML", Write: writeJUnit})

// These are elements and attributes of the schema by which Jenkins' xUnit plugin takes or
// refuses a file. It knows no sum of what is skipped, and a file of a suite only, not of a case.
type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	File     string      `xml:"file,attr,omitempty"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name      string      `xml:"name,attr"`
	ClassName string      `xml:"classname,attr"`
	Failure   *junitFault `xml:"failure"`
	Skipped   *junitFault `xml:"skipped"`
	Out       *junitText  `xml:"system-out"`
}

type junitFault struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr,omitempty"`
	Text    string `xml:",cdata"`
}

type junitText struct {
	Text string `xml:",cdata"`
}

// writeJUnit makes a suite of each plan and a test case of each finding. A case for each
// rule would look more like a test. But for a plan that cannot be read it would say that
// nearly all rules passed, when none was run; and a rule with one waived and one unwaived
// finding would have to be failed and skipped at once.
func writeJUnit(w io.Writer, r Report) error {
	suites := junitSuites{Name: "isuplan check"}
	for _, p := range r.Plans {
		suite, err := newJUnitSuite(p, r)
		if err != nil {
			return err
		}
		suites.Suites = append(suites.Suites, suite)
		suites.Tests += suite.Tests
		suites.Failures += suite.Failures
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(suites); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func newJUnitSuite(p Plan, r Report) (junitSuite, error) {
	path := r.path(p.Name)
	suite := junitSuite{Name: xmlText(Clean(cmp.Or(r.known(p.Name), slashed(p.Name))))}
	if p.Name != stdin {
		suite.File = xmlText(Clean(path))
	}
	names := junitNames{}
	for _, f := range p.Findings {
		c, err := newJUnitCase(f, path)
		if err != nil {
			return suite, err
		}
		c.Name = names.unique(c.Name)
		if c.Failure != nil {
			suite.Failures++
		}
		if c.Skipped != nil {
			suite.Skipped++
		}
		suite.Cases = append(suite.Cases, c)
	}
	if len(suite.Cases) == 0 {
		suite.Cases = []junitCase{junitCaseIn("no findings", path)}
	}
	suite.Tests = len(suite.Cases)
	return suite, nil
}

// newJUnitCase fails for what fails check, is skipped for what is waived, and passes
// with a word for a note.
func newJUnitCase(f diag.Finding, plan string) (junitCase, error) {
	// The name holds no line, so that a finding has a history when lines move.
	name := f.Rule.ID()
	if f.Subject != "" {
		name += " at " + f.Subject
	}
	c := junitCaseIn(name, plan)
	var text strings.Builder
	if err := Text(&text, []diag.Finding{f}, false); err != nil {
		return c, err
	}
	body := xmlText(text.String())
	switch {
	case f.WaivedBy != "":
		c.Skipped = &junitFault{Message: "waived: " + xmlText(Clean(strings.Join(strings.Fields(f.WaivedBy), " ")))}
		c.Out = &junitText{body}
	case f.Rule.Severity == diag.Note:
		c.Out = &junitText{body}
	default:
		c.Failure = &junitFault{Message: xmlText(Clean(f.Message)), Type: f.Rule.Severity.String(), Text: body}
	}
	return c, nil
}

func junitCaseIn(name, plan string) junitCase {
	return junitCase{Name: xmlText(Clean(name)), ClassName: junitClass(plan)}
}

// junitNames counts how often a name was asked for.
type junitNames map[string]int

// unique returns a name that no other case of the suite has: services keep a history by it.
func (n junitNames) unique(name string) string {
	n[name]++
	if n[name] == 1 {
		return name
	}
	for {
		numbered := fmt.Sprintf("%s (%d)", name, n[name])
		if n[numbered] == 0 {
			n[numbered]++
			return numbered
		}
		n[name]++
	}
}

// junitClass names a plan as Jenkins wants it: what stands before the last dot is the
// package, so that the dots of a path would split it.
func junitClass(plan string) string {
	name := plan
	switch ext := path.Ext(name); strings.ToLower(ext) {
	case ".yaml", ".yml":
		name = strings.TrimSuffix(name, ext)
	}
	return "isuplan." + xmlText(Clean(strings.ReplaceAll(name, ".", "_")))
}

// xmlText replaces the characters that XML 1.0 forbids and Clean lets through. It also takes the
// sense from what GitLab and Jenkins look for in such texts: the name of a file to publish.
func xmlText(s string) string { return xmlSafe.Replace(s) }

var xmlSafe = strings.NewReplacer("\uFFFE", "\uFFFD", "\uFFFF", "\uFFFD", "[[ATTACHMENT|", "[ [ATTACHMENT|")
