package report

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
)

type sarifRule struct {
	ID         string           `json:"id"`
	Name       string           `json:"name"`
	Short      sarifMessage     `json:"shortDescription"`
	Full       sarifMessage     `json:"fullDescription"`
	HelpURI    string           `json:"helpUri,omitempty"`
	Help       sarifMessage     `json:"help"`
	Default    sarifDefault     `json:"defaultConfiguration"`
	Properties sarifRuleDetails `json:"properties"`
}

type sarifDefault struct {
	Level string `json:"level"`
}

type sarifRuleDetails struct {
	Tags []string `json:"tags"`
}

// sarifTags are the subjects of rules, by the letter that their codes begin with.
var sarifTags = map[byte]string{
	'B': "budget",
	'R': "references",
	'D': "dates",
	'S': "structure",
	'N': "names",
	'E': "editorial",
	'W': "waivers",
	'F': "form",
}

func newSARIFRule(r diag.Rule, url string) sarifRule {
	rule := sarifRule{ID: r.Code, Name: r.Name, Short: sarifMessage{Text: sentence(r.Title)}, Full: sarifMessage{Text: r.Why},
		Help: sarifHelp(r), Default: sarifDefault{r.Severity.String()}, Properties: sarifRuleDetails{[]string{}}}
	if url != "" {
		rule.HelpURI = RulePage(url, r)
	}
	if r.Code != "" && sarifTags[r.Code[0]] != "" {
		rule.Properties.Tags = []string{sarifTags[r.Code[0]]}
	}
	return rule
}

// RulePage returns where a rule is explained, of a project that is at a URL.
func RulePage(url string, r diag.Rule) string { return url + "/blob/main/docs/rules.md#" + anchor(r) }

// anchor returns the mark that a rule's heading has in the page of all rules.
func anchor(r diag.Rule) string { return strings.ToLower(r.Code + "-" + r.Name) }

// sentence makes a title what SARIF wants a short description to be.
func sentence(title string) string {
	if title == "" {
		return ""
	}
	return strings.ToUpper(title[:1]) + title[1:] + "."
}

// unmarked removes from an example the marks around the span that it is about.
var unmarked = strings.NewReplacer("«", "", "»", "")

// sarifHelp explains a rule: why it matters, and how it looks when it is broken.
func sarifHelp(r diag.Rule) sarifMessage {
	plain, marked := []string{r.Why}, []string{r.Why}
	for _, example := range []struct{ title, text string }{
		{"The year before:", r.Last}, {"The plan of several years:", r.Frame}, {"Bad:", unmarked.Replace(r.Bad)}, {"Good:", r.Good},
	} {
		if example.text == "" {
			continue
		}
		text := strings.TrimSuffix(example.text, "\n")
		plain = append(plain, example.title, "    "+strings.ReplaceAll(text, "\n", "\n    "))
		marked = append(marked, example.title, "```yaml\n"+text+"\n```")
	}
	return sarifMessage{Text: strings.Join(plain, "\n\n"), Markdown: strings.Join(marked, "\n\n")}
}
