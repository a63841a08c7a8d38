export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M2.5 17.5v-8a7.5 7.5 0 0 1 15 0v8z" />
      <path d="M7 17.5v-7a3 3 0 0 1 6 0v7" stroke="var(--accent)" />
    </svg>
  );
}
