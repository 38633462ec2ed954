package merge

import (
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// isSameNumber reports whether two cells hold one number. Programs for spreadsheets compute, and
// write, with 15 digits: what has more, such as a third in per cent, comes back shorter.
func isSameNumber(old, now *xlsx.Cell) bool {
	const digits = 14
	return old.Number.Sub(now.Number).Abs().LessThanOrEqual(old.Number.Abs().Mul(money.New(1).Shift(-digits)))
}
