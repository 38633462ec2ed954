package importer

import (
	"context"
	"fmt"
	"os"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/readback"
)

func TestZZ(t *testing.T) {
	for _, f := range []string{"typed", "styled", "messy"} {
		b, _ := os.ReadFile("/work/shared/reference/word/2018-" + f + ".docx")
		x, err := readback.Read(b)
		if err != nil { t.Fatal(err) }
		r, err := Import(context.Background(), compile.New(compile.Options{}), x)
		if err != nil { t.Error(f, err); continue }
		os.WriteFile("/tmp/imp-"+f+".yaml", r.Plan, 0o644)
		fmt.Println(f, r.Placed, len(r.Lost))
		for _, l := range r.Lost { fmt.Println("   ", l) }
	}
}
