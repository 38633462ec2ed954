package actuals

import (
	"fmt"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/tabular"
)

var (
	// bookedHead is what columns are called that say when an amount was booked.
	bookedHead = pattern.Lazy(`(?i)^(?:(?:posting|posted|booking|booked|entry|transaction|trans|trx|journal|accounting|effective|ledger|gl|g/l|pstng|pstg)\.?[ -]?(?:date|day|period|month|year)` +
		`|date (?:of )?(?:the )?(?:entry|posting|booking|transaction|posted|booked)|(?:posted|booked) on|dates|day|dated|period|month|year|quarter|(?:fiscal|financial)[ -](?:year|period|month|quarter)` +
		`|buchungs(?:datum|tag|periode)|datum|periode|monat|jahr|geschäftsjahr|quartal|date (?:comptable|de comptabilisation|d['’]écriture|d['’]imputation)|période|mois|année|exercice(?: comptable)?` +
		`|fecha(?: (?:contable|de (?:contabilización|registro|asiento)))?|per[ií]odo|mes|año|ejercicio|дата(?: (?:проводки|операции|записи))?|период|месяц|год)$`)
	// documentHead is what columns are called that say when a document was written, which may be long before.
	documentHead = pattern.Lazy(`(?i)^(?:(?:document|doc|voucher|invoice|reference|value)\.?[ -]?date|date of (?:the )?(?:document|voucher|invoice)|belegdatum|rechnungsdatum|date (?:de (?:la )?(?:pièce|facture)|du document)|fecha (?:de(?:l| la)? )?(?:documento|factura|comprobante)|дата документа)$`)
)

// unreadDates are those of a file that has no column of dates by its head, in columns that may be one.
type unreadDates struct{ columns []unreadColumn }

// unreadColumn is such a column, and the rows that would be passed over by it.
type unreadColumn struct {
	at         int
	days       days
	isDocument bool
	rows       int // with a date
	passed
	cell source.Node // of the first that is passed over
}

// begin finds the columns that have dates and nothing else. What says when something was booked goes before what says when
// it was written.
func (u *unreadDates) begin(r *reader, rows []tabular.Row) {
	if r.columns.date >= 0 {
		return
	}
	for _, isDocument := range []bool{false, true} {
		for at, c := range r.heads.Cells {
			if isDocument && documentHead().MatchString(c.Text) || !isDocument && bookedHead().MatchString(c.Text) {
				if d, is := r.datesIn(rows, at); is {
					u.columns = append(u.columns, unreadColumn{at: at, days: d, isDocument: isDocument})
				}
			}
		}
		if len(u.columns) > 0 {
			return
		}
	}
}

// datesIn returns how the dates of a column are written; it is false where a row with an amount has something else there.
func (r *reader) datesIn(rows []tabular.Row, at int) (d days, is bool) {
	for _, of := range r.columns.all() {
		if *of.at == at {
			return d, false
		}
	}
	var texts []string
	for _, row := range rows {
		if text := row.Cell(at).Text; text != "" && r.hasDigits(row) {
			texts = append(texts, text)
		}
	}
	d = days{from: r.from, to: r.to, order: orderOf(texts), quarters: r.quarters}
	d.quarters.learn(texts)
	for _, text := range texts {
		if _, _, why := d.read(text); why != "" && !slashed().MatchString(text) {
			return d, false
		}
	}
	return d, len(texts) > 0
}

// see counts a row that would be passed over by its date.
func (u *unreadDates) see(r *reader, row tabular.Row, at source.Node, sum money.Decimal) {
	for i := range u.columns {
		c := &u.columns[i]
		cell := row.Cell(c.at)
		if cell.Text == "" || sum.IsZero() {
			continue
		}
		c.rows++
		first, last, why := c.days.read(cell.Text)
		if why != "" {
			m := slashed().FindStringSubmatch(cell.Text)
			if m == nil {
				continue
			}
			year := number(m[3]) // is certain in 3/4/2025
			first, last = time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC), time.Date(year, time.December, 31, 0, 0, 0, 0, time.UTC)
		}
		isShort := last.Before(first.AddDate(0, 1, 0))
		if last.Before(r.from) || first.After(r.to) || isShort && first.After(r.of.AsAt.Value) {
			if c.passed.rows == 0 {
				c.cell = r.table.Node(cell)
			}
			c.add(at, sum)
		}
	}
}

// report names the columns, where by each of them some rows are of another time: by one that has none the accounts
// are what they are to be. Of days of documents all have to be.
func (u *unreadDates) report(r *reader) {
	var heads []string
	for i := range u.columns {
		c := &u.columns[i]
		if c.passed.rows == 0 || c.isDocument && c.passed.rows < c.rows {
			return
		}
		heads = append(heads, r.heads.Cell(c.at).Text)
	}
	if len(heads) == 0 {
		return
	}
	what, it, name := "the column "+tabular.Quoted(heads...)+" has dates that are", "it", heads[0]
	if len(heads) > 1 {
		what, it, name = "the columns "+tabular.Quoted(heads...)+" have dates that are", "that which counts", "…"
	}
	c := &u.columns[0]
	of := fmt.Sprintf("outside %s to %s", r.from.Format(time.DateOnly), r.to.Format(time.DateOnly))
	if day := r.of.AsAt.Value; day.Before(r.to) {
		of += ", or after " + day.Format(time.DateOnly)
	}
	r.findings.Add(diag.Finding{Rule: plan.DatesNotRead, Subject: subject, Span: c.cell.Span(), Amount: c.sum.Abs(),
		Message: what + " not read: " + r.rowsOf(c.passed.rows, c.sum, "is "+of+", and is counted", "are "+of+", and are counted"),
		Hint:    fmt.Sprintf("name %s: \"heads: {date: %s}\"; rows of another time are passed over then", it, name)})
}
