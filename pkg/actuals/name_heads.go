package actuals

import "github.com/isuplan/isuplan/pkg/pattern"

const (
	anAccount = `(?:accounts?|acct|a/c|lines?|budget lines?|budget items?|cost elements?|commitment items?|expense items?|codes?|(?:g/l|gl|ledger|general ledger) (?:account|acct|code))`
	aName     = `(?:names?|titles?|labels?|texts?|descriptions?|desc|descr)`
)

// nameHead is what columns are called that name accounts.
var nameHead = pattern.Lazy(`(?i)^(?:` + anAccount + `[ -]` + aName + `\.?|` + aName + ` of (?:the )?` + anAccount + `|names?|labels?` +
	`|konto(?:name|bezeichnung|text)|bezeichnung des kontos|sachkontentext|finanzposition(?:stext|sbezeichnung)` +
	`|(?:libellé|intitulé|nom|désignation) (?:du compte|de compte|de la ligne(?: budgétaire)?)` +
	`|(?:nombre|descripción|denominación|título) de (?:la )?(?:cuenta|partida|línea)` +
	`|(?:наименование|название) (?:счета|статьи))$`)

// textHead is what columns are called that may name accounts, or say what was bought.
var textHead = pattern.Lazy(`(?i)^(?:` + aName + `\.?|bezeichnung|libellé|intitulé|désignation|descripción|denominación|наименование|название|назва)$`)
