package watch_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/isuplan/isuplan/pkg/watch"
)

// A plan is read again after each save.
func ExampleFiles() {
	dir, err := os.MkdirTemp("", "plans")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(dir) }()
	plan := filepath.Join(dir, "2018.yaml")
	ctx, stop := context.WithCancel(context.Background())
	err = watch.Files(ctx, []string{plan}, func(paths []string) {
		if len(paths) == 0 {
			fmt.Println("the plan is not there yet")
			_ = os.WriteFile(plan, []byte("isuplan: 1\n"), 0o644)
			return
		}
		fmt.Println(filepath.Base(paths[0]), "changed")
		stop()
	})
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// the plan is not there yet
	// 2018.yaml changed
}
