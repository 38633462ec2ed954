package sheet

import (
	"archive/zip"
	"bytes"
	"cmp"
	"io"
	"slices"

	"github.com/isuplan/isuplan/pkg/pattern"

	"github.com/xuri/excelize/v2"

	"github.com/isuplan/isuplan/pkg/internal/digest"
)

var _ = Register(Format{Name: "xlsx", Ext: ".xlsx", Title: "a spreadsheet with live formulas", Binary: true, Write: writeXLSX, Ours: ownXLSX, Seal: digest.Zip, Most: mostAmounts})

// mostAmounts bounds a spreadsheet: the library keeps all of it in memory, ten kilobytes for each
// amount with its formula and its inputs.
const mostAmounts = 15_000

// creator is what the properties of our spreadsheets name as their maker.
const creator = "isuplan"

// writeXLSX writes a spreadsheet that computes: the budget as the terminal shows
// it, and the inputs of the plan that its formulas refer to.
func writeXLSX(s Sheet, w io.Writer, _ bool) error {
	given := newInputs(s)
	b := &book{grid: newGrid(s, budgetSheet, unroundedSheet, given), file: excelize.NewFile(), styles: map[look]int{}}
	defer func() { _ = b.file.Close() }()
	b.keep(b.file.SetSheetName("Sheet1", budgetSheet))
	posts, counts := s.posts()
	if counts {
		_, err := b.file.NewSheet(postsSheet)
		b.keep(err)
	}
	_, err := b.file.NewSheet(inputsSheet)
	b.keep(err)
	b.properties()
	if s.hasMoney() {
		b.shares = newShares(b.grid)
		b.budget()
		b.contributions()
		b.actuals()
		b.unrounded()
		b.shared()
	}
	if counts {
		money := b.grid
		b.grid = newGrid(posts, postsSheet, exactPosts, given)
		b.budget()
		b.unrounded()
		b.grid = money
	}
	if s.hasMoney() {
		b.tables()
	}
	if !s.hasMoney() {
		b.keep(b.file.DeleteSheet(budgetSheet))
	}
	b.inputs() // last: the formulas say which there are
	if b.err != nil {
		return b.err
	}
	raw, err := b.file.WriteToBuffer()
	if err != nil {
		return err
	}
	return repack(w, raw.Bytes())
}

// properties are fixed: equal plans make equal files, whenever they are made.
func (b *book) properties() {
	const never = "2000-01-01T00:00:00Z"
	b.keep(b.file.SetDocProps(&excelize.DocProperties{Creator: creator, LastModifiedBy: creator, Title: b.Title, Created: never, Modified: never}))
	b.keep(b.file.SetAppProps(&excelize.AppProperties{Application: creator}))
	all := true
	b.keep(b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &all}))
}

// formulaAsText is how the library marks the result of a formula that is a number.
var formulaAsText = pattern.Lazy(` t="str"(><f>[^<]*</f><v>)`)

// repack writes a spreadsheet's parts again. The library knows results of formulas
// only as texts, which programs that do not recalculate would show as such, and
// sum to nothing.
func repack(w io.Writer, raw []byte) error {
	in, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return err
	}
	// The list of the parts sorts first, which is where programs look for it.
	slices.SortFunc(in.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, part := range in.File {
		text, err := readPart(part)
		if err != nil {
			return err
		}
		to, err := out.Create(part.Name)
		if err != nil {
			return err
		}
		if _, err := to.Write(formulaAsText().ReplaceAll(text, []byte("$1"))); err != nil {
			return err
		}
	}
	return out.Close()
}

func readPart(part *zip.File) ([]byte, error) {
	file, err := part.Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	return io.ReadAll(file)
}

// ours is what our spreadsheets say of their maker. One that a person has saved
// again names that person as the last to modify it.
var ours = pattern.Lazy(`<dc:creator>` + creator + `</dc:creator><(?:cp:)?lastModifiedBy>` + creator + `<`)

// ownXLSX reports whether a spreadsheet names isuplan as its maker.
func ownXLSX(existing []byte) bool {
	in, err := zip.NewReader(bytes.NewReader(existing), int64(len(existing)))
	if err != nil {
		return false
	}
	for _, part := range in.File {
		if part.Name != "docProps/core.xml" || part.UncompressedSize64 > 1<<20 {
			continue
		}
		text, err := readPart(part)
		return err == nil && ours().Match(text)
	}
	return false
}
