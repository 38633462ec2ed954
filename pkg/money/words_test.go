package money

import (
	"testing"

	"pgregory.net/rapid"
)

// TestWordsAgree holds that numbers that fit a machine word are shared out and added up as
// numbers of any size are.
func TestWordsAgree(t *testing.T) {
	number := rapid.Custom(func(t *rapid.T) Decimal {
		digits := rapid.SampledFrom([]int64{9, 1e4, 1e9, 1e15, 1e17, 1e18}).Draw(t, "up to")
		return New(rapid.Int64Range(0, digits).Draw(t, "digits")).Shift(rapid.Int32Range(-8, 3).Draw(t, "places"))
	})
	words := 0
	rapid.Check(t, func(t *rapid.T) {
		amount, unit := number.Draw(t, "amount"), number.Draw(t, "unit")
		weights := rapid.SliceOfN(number, 1, 9).Draw(t, "weights")
		sum := Zero
		for _, w := range weights {
			sum = sum.Add(w)
		}
		if got := Sum(weights...); !got.Equal(sum) {
			t.Fatalf("%v add up to %s, not to %s", weights, sum, got)
		}
		if !sum.IsPositive() || !unit.IsPositive() {
			return
		}
		fast, ok := apportionWords(amount, weights, unit)
		if !ok {
			return
		}
		words++
		for i, slow := range apportion(amount, weights, unit, sum) {
			if !fast[i].Equal(slow) {
				t.Fatalf("%s by %v in units of %s: %v, where part %d is %s", amount, weights, unit, fast, i, slow)
			}
		}
	})
	if words == 0 {
		t.Error("no numbers fitted a word")
	}
}

// TestSumOfWords adds up what fits a word alone but not together.
func TestSumOfWords(t *testing.T) {
	most := New(99_999_999_999_999_999)
	list := make([]Decimal, 200)
	for i := range list {
		list[i] = most
	}
	if got := Sum(list...); !got.Equal(most.Mul(New(200))) {
		t.Error(got)
	}
	if got := Sum(most.Neg(), New(1).Shift(-2), most); got.String() != "0.01" {
		t.Error(got)
	}
}
