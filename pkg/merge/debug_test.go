package merge_test

import (
	"os"
	"strconv"
	"testing"

	"github.com/isuplan/isuplan/pkg/merge"
)

func TestDebug(t *testing.T) {
	name, kind := os.Getenv("D_PLAN"), os.Getenv("D_KIND")
	if name == "" {
		t.Skip()
	}
	seed, _ := strconv.Atoi(os.Getenv("D_SEED"))
	u := unit(t, name, read(t, name))
	e := newEditor(uint64(seed))
	file := edited(t, word(t, u), func(xml string) string { return e.one(kind, xml) })
	c := merge.Compare(u, text(t, file))
	for i := range c.Changes {
		t.Logf("%+v", c.Changes[i])
	}
	list, _ := merge.All(c)
	a, err := c.TryDebug(list)
	t.Log(err)
	_ = os.WriteFile("/tmp/mg/out.yaml", a, 0o644)
	m := merged(t, u, file)
	_ = os.WriteFile("/tmp/mg/merged.yaml", m.Text, 0o644)
	for i := range m.Outcomes {
		t.Logf("%v %s: %q -> %q %s", m.Outcomes[i].Taken, m.Outcomes[i].Place, m.Outcomes[i].Old, m.Outcomes[i].New, m.Outcomes[i].Says)
	}
}
