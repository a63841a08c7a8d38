"""What makes documents of notebooks: pages that fetch nothing and run nothing, and prints of them."""
