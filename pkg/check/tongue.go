package check

import "strings"

// What rules know of texts in other languages than English: little, so that they say nothing of
// them that they can't know.

// isEnglish reports whether the document is in English, for rules on its form.
func (c *Context) isEnglish() bool { return c.tongue() == "en" }

// tongue is the language of the document without its country: fr for fr-CH.
func (c *Context) tongue() string {
	language := c.Plan.Document.Language
	if !language.IsSet() {
		return "en"
	}
	base, _, _ := strings.Cut(language.Value, "-")
	return base
}

// mayInflect reports two words that may be forms of one: a name of another language has cases and
// plurals that English has not, such as "Группы имплементационной поддержки", and articles that are
// joined to it: "l'Unité d'appui". In English, and where the words differ before their ends, it is a
// slip.
func (c *Context) mayInflect(have, want string) bool {
	const ending = 3 // letters
	if c.isEnglish() {
		return false
	}
	a, b := []rune(withoutArticle(have)), []rune(withoutArticle(want))
	same := 0
	for same < min(len(a), len(b)) && a[same] == b[same] {
		same++
	}
	return len(a)-same <= ending && len(b)-same <= ending
}

// withoutArticle returns a word in lower case without what is joined to it by an apostrophe: unité for
// l'Unité.
func withoutArticle(word string) string {
	lower := strings.ToLower(word)
	if at := strings.IndexAny(lower, "'’"); at > 0 && joinedArticles[lower[:at]] {
		return strings.TrimLeft(lower[at:], "'’")
	}
	return lower
}

// joinedArticles are the articles and prepositions of French that are joined to the next word.
var joinedArticles = wordSet("l d qu n s c j m t jusqu lorsqu puisqu")

// isSmall reports a word that stands inside names without a capital, in lower case.
func (c *Context) isSmall(word string) bool {
	return small[word] || !c.isEnglish() && smallElsewhere[word]
}

// smallElsewhere are the small words of French, Spanish and Russian.
var smallElsewhere = wordSet(`à au aux avec contre dans de des du en et l la le les par pour sur
	a al con contra del e el los las o para por sin sobre y
	в во для и из к на о об от по при с со`)

// isKnown reports an acronym that everybody reads, in the language of the document.
func (c *Context) isKnown(acronym string) bool {
	return isKnown(acronym) || knownElsewhere[c.tongue()][acronym]
}

// knownElsewhere are acronyms that need no introduction in documents of the United Nations in
// another language.
var knownElsewhere = map[string]map[string]bool{
	"fr": wordSet("ONU ONG CICR PNUD PNUE FNUAP HCR OMS OIT OMC OMM OMPI OACI FMI PAM AIEA OIAC OSCE OTAN OCDE UE ODD VIH SIDA PIB RNB TVA TIC ADN SMS"),
	"es": wordSet("ONU ONG CICR PNUD PNUMA UNFPA ACNUR OMS OIT OMC OMM OMPI OACI FMI PMA OIEA OPAQ OSCE OTAN OCDE OEA UE ODS VIH SIDA PIB INB IVA TIC ADN"),
}
