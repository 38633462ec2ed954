package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E114", Name: "wrong-word", Severity: diag.Warning, Title: "a word that is another one misspelt",
		Why:   "No list of words finds a slip that is a word itself; what stands beside it shows what was meant.",
		Since: "0.3",
		Bad: `assumptions:
  - That contributions «form» the States Parties arrive in time.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That contributions from the States Parties arrive in time.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		if !c.isEnglish() {
			return
		}
		for _, t := range c.Texts {
			for i := range t.words {
				c.wrongWord(t, i)
			}
		}
	},
})

func (c *Context) wrongWord(t Text, i int) {
	w := t.words[i]
	lower := strings.ToLower(w.text)
	for _, x := range confused[lower] {
		if !x.stands(t, i) {
			continue
		}
		right := inCaseOf(w.text, x.right)
		c.Mend(t.Subject, t.Prose.Node.Part(w.from, w.to), right,
			fmt.Sprintf("“%s” stands where “%s” is meant, in “%s”", w.text, right, inItsPlace(t, i)), "write “"+right+"”")
		return
	}
	if lower == "it's" || lower == "it’s" {
		c.Report(t.Subject, t.Prose.Node.Part(w.from, w.to), fmt.Sprintf("“%s” is short for “it is”, in “%s”", w.text, inItsPlace(t, i)),
			"write “its” for what belongs to it, and “it is” in full otherwise")
	}
}

// inItsPlace returns a word with those before and behind it, for a message.
func inItsPlace(t Text, i int) string {
	from, to := max(0, i-1), min(len(t.words)-1, i+1)
	return oneLine(strings.ReplaceAll(t.typed[t.words[from].from:t.words[to].to], "\x00", ""))
}

// mistaken is a word that stands for another one beside certain words: behind one of
// before, or ahead of one of behind; with both, between them.
type mistaken struct{ right, before, behind string }

func (m mistaken) stands(t Text, i int) bool {
	return (m.before == "" || isOneOf(t, i-1, i, i-1, m.before)) && (m.behind == "" || isOneOf(t, i, i+1, i+1, m.behind))
}

// isOneOf reports whether two words stand side by side, and one of them is in a list.
func isOneOf(t Text, a, b, at int, list string) bool {
	if a < 0 || b >= len(t.words) || !blank(t.typed[t.words[a].to:t.words[b].from]) {
		return false
	}
	return strings.Contains(" "+list+" ", " "+strings.ToLower(t.words[at].text)+" ")
}

// confused maps words to those that they are slips for, and to what shows it.
//
//nolint:misspell // the slips are what is looked for
var confused = map[string][]mistaken{
	"pubic": {{"public", "", "awareness information events relations opinion health sector funds procurement interest education meetings access"}, {"public", "the general in make made", ""}},
	"form": {{"from", "away apart ranging ranges suffer benefit benefited resulting results derived received contributions donations funding differ differs different arising participants representatives experts delegates",
		"the all states donors other its each a an various member signatory"}, {"from", "", "january february april june july august september october november december geneva"}},
	"from":      {{"form", "the a any some", "of"}},
	"trail":     {{"trial", "clinical", ""}},
	"trails":    {{"trials", "clinical", ""}},
	"trial":     {{"trail", "audit paper", ""}},
	"statue":    {{"statute", "rome", ""}},
	"principle": {{"principal", "the a its their", "officer organ organs adviser author objective objectives source sources component mechanism task tasks aim aims goal function functions reason reasons donor donors contributor contributors recipient recipients"}},
	"principal": {{"principle", "in", "agreed that and"}},
	"affect":    {{"effect", "the an no take takes took into adverse negative positive", "of on from in"}, {"effect", "take takes took taken", ""}, {"effect", "into", ""}},
	"affects":   {{"effects", "the adverse negative positive side harmful", ""}, {"effects", "the its", "of on"}},
	"effect":    {{"affect", "not adversely negatively seriously directly", "the its their all other states any"}},
	"effects":   {{"affects", "this which that it adversely negatively", "the its their all"}},
	"it's":      {{"its", "", possessed}},
	"it’s":      {{"its", "", possessed}},
	"its":       {{"it has", "", "been"}, {"it is", "", "the an"}},
	"there":     {{"their", "", "own respective"}},
	"then":      {{"than", "more less rather greater fewer higher lower larger smaller other better", ""}},
	"of":        {{"have", "should could would", ""}},
	"personal":  {{"personnel", "military medical police demining clearance civilian", ""}},
	"untied":    {{"united", "", "nations"}},
	"sates":     {{"states", "", "parties party"}, {"states", "affected member", ""}},
	"stats":     {{"states", "", "parties"}},
	"parities":  {{"parties", "states", ""}},
	"asses":     {{"assess", "to will and", "the progress needs whether how its"}},
	"manger":    {{"manager", "project programme finance office", ""}},
	"trough":    {{"through", "", "the its a their regional national"}},
	"moths":     {{"months", "two three four five six nine twelve 2 3 4 5 6 9 12 18 24 several", ""}},
	"fist":      {{"first", "the its", "meeting session report phase time year review"}},
	"advise":    {{"advice", "legal technical expert provide provides offer", ""}},
	"advice":    {{"advise", "to will shall", "states the on governments delegations"}},
	"lead":      {{"led", "was were is are been being", "by"}},
	"weather":   {{"whether", "determine decide see know", ""}},
	"piece":     {{"peace", "international regional", "and"}},
	"loose":     {{"lose", "to will not", "the its their"}},
	"meting":    {{"meeting", "the a each next first second third annual", ""}},
	"county":    {{"country", "host affected donor developing", ""}},
	"counties":  {{"countries", "affected donor developing", ""}},
	"marital":   {{"martial", "", "law"}},
	"planed":    {{"planned", "is are was were been being as", ""}, {"planned", "", "activities missions meetings visits workshops expenditure budget"}},
	"planing":   {{"planning", "", "and for meeting process"}},
	"that":      {{"than", "higher lower greater smaller fewer larger", "expected planned foreseen budgeted estimated anticipated in"}},
	"ask":       {{"asked", "was were been is are", "to by for"}},
	"request":   {{"requested", "was were been", "to by"}},
	"invite":    {{"invited", "was were been are is", "to by"}},
	"establish": {{"established", "was were been is are", "by in on under"}},
	"adopt":     {{"adopted", "was were been is are", "by in at on"}},
	"approve":   {{"approved", "was were been is are", "by in at on"}},
	"submit":    {{"submitted", "was were been is are", "by in at on to"}},
	"decide":    {{"decided", "was has have had", "to by that on"}},
	"agree":     {{"agreed", "was has have had been", "to by that on upon"}},
	"casual":    {{"causal", "", "link links"}},
}

// possessed are nouns and adjectives that follow "its" and not "it is".
const possessed = "own mandate members member work meeting meetings activities obligations implementation budget role annual functions tasks staff secretariat states programme budgetary report reports parties support obligation commitments objectives provisions mission regional national"
