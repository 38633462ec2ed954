package matterhorn

import (
	"strings"
	"testing"
)

func TestUneven(t *testing.T) {
	one, wide, high, large := cell{1, 1}, cell{2, 1}, cell{1, 2}, cell{2, 2}
	for _, c := range []struct {
		rows [][]cell
		want string
	}{
		{nil, ""},
		{[][]cell{{one, one}, {one, one}}, ""},
		{[][]cell{{wide}, {one, one}}, ""},
		{[][]cell{{high, one}, {one}}, ""},
		{[][]cell{{one, large, one}, {one, one}, {wide, wide}}, ""},
		{[][]cell{{one, one}, {one}}, "ends before column 2"},
		{[][]cell{{one, one}, {}}, "ends before column 1"},
		{[][]cell{{one, one}, {one, wide}}, "too wide"},
		{[][]cell{{one, high, one}, {wide, one}}, "lie on each other"},
		{[][]cell{{one, one}, {one, high}}, "below the last row"},
		{[][]cell{{one, {0, 1}}}, "without an extent"},
	} {
		if got := uneven(c.rows); (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%v: %q, not %q", c.rows, got, c.want)
		}
	}
}
