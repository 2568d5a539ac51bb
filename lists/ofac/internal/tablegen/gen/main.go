// Command gen writes the generated Go files of package ofac. Run it with go
// generate in that package.
package main

import (
	"log"
	"os"

	"github.com/seed-539c57aa/pratique/lists/ofac/internal/tablegen"
)

func main() {
	files, err := tablegen.Generate(os.DirFS("tables"))
	if err != nil {
		log.Fatal(err)
	}
	for name, src := range files {
		if err := os.WriteFile(name, src, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}
