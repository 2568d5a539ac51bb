package eu

import "flag"

var update = flag.Bool("update", false, "write goldens and generated tables anew")
