package serve_test

import (
	"fmt"
	"net/http/httptest"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/serve"
	"github.com/isuplan/isuplan/plans"
)

// A server answers the browser that knows its token, and nobody else.
func Example() {
	s := serve.New(serve.Options{
		World: &world{files: map[string]string{"2018.yaml": string(plans.Reference)}},
		Token: "secret", Host: "127.0.0.1:8410",
		Compilers: func() (serve.Compilers, error) {
			c := compile.New(compile.Options{})
			return serve.Compilers{Final: c, Draft: c, Recompute: c}, nil
		},
	})
	defer s.Close()
	for _, address := range []string{"http://127.0.0.1:8410/?token=secret", "http://127.0.0.1:8410/document?plan=2018.yaml", "http://evil.example/?token=secret"} {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest("GET", address, nil))
		fmt.Println(w.Code)
	}
	// Output:
	// 303
	// 403
	// 421
}
